using System.CommandLine;
using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Rules;

/// <summary><c>rules backtest</c>: what a draft would have decided differently over the recorded decisions of a period.</summary>
internal static class BacktestRulesCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SharedOptions();
        var options = new BacktestOptions();
        var command = new Command(
            "backtest",
            """
            Run a draft over a seller's recorded decisions beside the version in force. Needs the installation's database; writes nothing.

              agentiq rules backtest --file sla.json --seller ID --from 2030-01-01 --to 2030-02-01

            While a server uses the data folder, name its database with --database. Ctrl-C stops (130).
            """);
        options.AddTo(command);
        shared.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var logger = shared.Logger(parsed);
            // Before anything starts: a file that cannot be read is told at once.
            var file = parsed.GetValue(options.File) is { } name ? await ReadAsync(name, context, ct) : null;
            await using var host = await ServicesHost.StartAsync(shared.Read(parsed, logger, context.Error), ct);
            var seller = parsed.GetRequiredValue(options.Seller);
            var draft = file ?? await NewestDraftAsync(host.Services, seller, parsed.GetRequiredValue(options.Set)!, ct);
            var request = options.Request(parsed, draft);
            var report = await host.Services.GetRequiredService<IBacktests>().RunAsync(seller, request, new BacktestLines(context.Error), ct);
            await context.Output.WriteLineAsync(parsed.GetValue(options.Json) ? JsonSerializer.Serialize(BacktestJson.Of(report), JsonLines.Json) : BacktestText.Of(report));
            return ExitCode.Ok;
        });
        return command;
    }

    private static async Task<RuleSetDocument> ReadAsync(string file, CommandContext context, CancellationToken ct)
    {
        var (text, problem) = await RuleFile.ReadAsync(file, context, ct);
        return problem is null ? RuleSetDocument.Parse(text, file) : throw new UserErrorException($"{file}: {problem}");
    }

    private static async Task<RuleSetDocument> NewestDraftAsync(IServiceProvider services, Guid seller, string set, CancellationToken ct)
    {
        var store = services.GetRequiredService<IPolicyStore>();
        var draft = await services.GetRequiredService<Database>().InTenantAsync(
            seller,
            async scope => (await store.VersionsAsync(scope, set, ct)).FirstOrDefault(version => version.State == PolicyState.Draft) is { } newest
                ? await store.FindAsync(scope, set, new RuleSetVersion(RuleSetOrigin.Seller, newest.Version), ct)
                : null,
            ct);
        return draft ?? throw new UserErrorException($"--set: expected a set of which seller {seller} has a draft, but '{set}' has none. Save one, or name a file with --file.");
    }

    /// <summary>Progress for a person, a line at a time; not <see cref="Progress{T}"/>, whose last line may come after the report.</summary>
    private sealed class BacktestLines(TextWriter error) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) =>
            error.WriteLine($"{value.Done:N0} of {Plural.Of(value.Total, "decision")}, {value.Changed:N0} changed");
    }
}
