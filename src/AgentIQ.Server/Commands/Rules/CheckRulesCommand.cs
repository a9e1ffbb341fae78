using System.CommandLine;
using System.Text.Json;
using AgentIQ.Rules.Checking;

namespace AgentIQ.Server.Commands.Rules;

/// <summary><c>rules check</c>: what saving and publishing would say of sets.</summary>
internal static class CheckRulesCommand
{
    public static Command Create(CommandContext context)
    {
        var files = RuleFile.Many();
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON array: {\"file\",\"valid\",\"findings\":[{\"kind\",\"severity\",\"path\",\"table\",\"row\",\"cell\",\"other_rows\",\"message\",\"example\"}]} per file.",
        };
        var command = new Command(
            "check",
            """
            Find what is wrong with policy sets: unreadable places, failing examples, rows that never decide, contradictions, gaps.

              agentiq rules check rules/*.json

            Prints FILE: PATH: severity: message, one per line. Exit codes: 0 no error (warnings and notes do not count), 1 an error, or a file that cannot be read.
            """)
        {
            files,
            json,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var facts = RuleFile.Catalogue();
            List<FileFindings> checks = [];
            foreach (var file in parsed.GetRequiredValue(files))
            {
                checks.Add(await FileFindings.OfAsync(file, facts, context, ct));
            }

            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(checks.Select(check => check.ToJson()), JsonLines.Json));
            }

            foreach (var line in parsed.GetValue(json) ? [] : checks.SelectMany(check => check.Lines()))
            {
                await context.Output.WriteLineAsync(line);
            }

            await context.Error.WriteLineAsync(Summary(checks));
            return checks.TrueForAll(check => check.Count(FindingSeverity.Error) == 0) ? ExitCode.Ok : ExitCode.Failure;
        });
        return command;
    }

    private static string Summary(List<FileFindings> checks)
    {
        int Count(FindingSeverity severity) => checks.Sum(check => check.Count(severity));
        return $"{Plural.Of(checks.Count, "file")}: {Plural.Of(Count(FindingSeverity.Error), "error")}, {Plural.Of(Count(FindingSeverity.Warning), "warning")}, {Plural.Of(Count(FindingSeverity.Note), "note")}";
    }
}
