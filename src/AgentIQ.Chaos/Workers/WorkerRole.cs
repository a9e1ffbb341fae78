using System.CommandLine;
using System.Globalization;
using AgentIQ.Chaos.Activities;
using AgentIQ.Chaos.World;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Chaos.Workers;

/// <summary>This program as a worker: the engine with its worker, until standard input ends. A line <c>clock MILLISECONDS</c> sets its clock.</summary>
internal static class WorkerRole
{
    public const string Name = "worker";

    private static readonly Option<string> DatabaseOption = new("--database") { Required = true };
    private static readonly Option<string> WorldOption = new("--world") { Required = true };
    private static readonly Option<int> LeaseOption = new("--lease") { Required = true };
    private static readonly Option<long> ClockOption = new("--clock");

    public static Command Command()
    {
        var command = new Command(Name, "A worker of a run; started by the program itself.") { DatabaseOption, WorldOption, LeaseOption, ClockOption };
        command.Hidden = true;
        command.SetAction(RunAsync);
        return command;
    }

    /// <summary>What all processes of a run have in common.</summary>
    public static void Configure(WorkflowOptions options, TimeSpan lease)
    {
        options.Lease = lease;
        options.PollInterval = TimeSpan.FromMilliseconds(200);
        options.BurstAttempts = 8;
        options.BurstRetryDelay = TimeSpan.FromMilliseconds(100);
        options.StopTimeout = TimeSpan.FromSeconds(2);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var clock = new OffsetTimeProvider { Offset = TimeSpan.FromMilliseconds(parsed.GetValue(ClockOption)) };
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddSimpleConsole(o => o.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new Database(parsed.GetValue(DatabaseOption)!));
        builder.Services.AddSingleton(new WorldClient(parsed.GetValue(WorldOption)!));
        builder.Services.AddWorkflows(o => Configure(o, TimeSpan.FromMilliseconds(parsed.GetValue(LeaseOption)))).AddChaosActivities();
        using var host = builder.Build();
        await host.StartAsync(ct);
        await ListenAsync(clock, host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        await host.StopAsync(CancellationToken.None);
        return 0;
    }

    /// <summary>Returns when whoever started us has ended, or asks us to.</summary>
    private static async Task ListenAsync(OffsetTimeProvider clock, CancellationToken stopping)
    {
        try
        {
            while (await Console.In.ReadLineAsync(stopping) is { } line)
            {
                if (line.Split(' ') is ["clock", var offset])
                {
                    clock.Offset = TimeSpan.FromMilliseconds(long.Parse(offset, CultureInfo.InvariantCulture));
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // SIGTERM.
        }
    }
}
