using System.CommandLine;
using System.Text.Json;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Ingest;

namespace AgentIQ.Server.Commands;

/// <summary><c>ingest</c>: a file of feedbacks through the whole pipeline; prints counts as JSON.</summary>
internal static class IngestCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SharedOptions();
        var file = new Option<string>("--file")
        {
            Description = "A JSON file of Wildberries feedbacks.",
            HelpName = "FILE",
            Required = true,
        };
        var asNew = new Option<bool>("--as-new")
        {
            Description = "Remove the answers and move the dates to now, as if all of them had just been written.",
        };
        var command = new Command("ingest", "Put a file of feedbacks through the simulator, the connector and the lifecycle, and count what became of them.")
        {
            file,
            asNew,
        };
        shared.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var logger = shared.Logger(parsed);
            var source = IngestFile.Open(parsed.GetRequiredValue(file), parsed.GetValue(asNew));
            var result = await new IngestRun(Options(shared, parsed, logger, context), source, context.Error).RunAsync(ct);
            await IntentTable.WriteAsync(context.Error, result.Open);
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(result.Outcomes, JsonSerializerOptions.Web));
            return result.Outcomes.Doubled == 0 ? ExitCode.Ok : ExitCode.Failure;
        });
        return command;
    }

    // The demo's workers must not meet this run's simulator, so a folder of its own unless one is named.
    private static ServerOptions Options(SharedOptions shared, ParseResult parsed, Serilog.ILogger logger, CommandContext context)
    {
        var options = shared.Read(parsed, logger, context.Error);
        return parsed.GetResult(shared.Data) is { Implicit: false }
            ? options
            : options with { DataFolder = Path.Combine(options.DataFolder, "ingest") };
    }
}
