using System.CommandLine;
using System.Runtime.InteropServices;

namespace AgentIQ.Chaos;

/// <summary>The command line.</summary>
internal static class ChaosCommand
{
    /// <summary>The seed of who gives none: two runs of the same release do the same.</summary>
    public const int DefaultSeed = 20260;

    private const int Interrupted = 130;

    public static readonly Option<double> Minutes = new("--minutes") { Description = "How long faults happen. Draining and checking come on top. Default 2.", DefaultValueFactory = _ => 2 };

    public static readonly Option<int> Seed = new("--seed") { Description = $"Which faults happen, in which order, to which load. Default {DefaultSeed}.", DefaultValueFactory = _ => DefaultSeed };

    public static readonly Option<int> Workers = new("--workers") { Description = "Worker processes. Default 3.", DefaultValueFactory = _ => 3 };

    public static readonly Option<bool> Json = new("--json") { Description = "Print the result as one JSON object." };

    public static readonly Option<bool> Keep = new("--keep") { Description = "Keep the folder with the database and the logs of the workers also when all is well." };

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var options = new ChaosOptions
        {
            Duration = TimeSpan.FromMinutes(parsed.GetValue(Minutes)),
            Seed = parsed.GetValue(Seed),
            Workers = parsed.GetValue(Workers),
            Keep = parsed.GetValue(Keep),
        };
        if (options.Duration <= TimeSpan.Zero || options.Workers < 1)
        {
            await Console.Error.WriteLineAsync("--minutes must be more than 0, and --workers at least 1.");
            return 2;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            var report = await ChaosRun.RunAsync(options, new ChaosLog(Console.Error), stop.Token);
            Console.Out.WriteLine(parsed.GetValue(Json) ? report.ToJson() : report.ToText());
            return report.IsGood ? 0 : 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("Stopped before it was done; nothing was checked.");
            return Interrupted;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }
}
