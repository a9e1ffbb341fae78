using System.CommandLine;
using System.Text.Json.Nodes;
using AgentIQ.Server.Hosting;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary><c>workflow validate</c>: what publishing would say of definitions.</summary>
internal static class ValidateDefinitionCommand
{
    public static Command Create(CommandContext context)
    {
        var files = new Argument<string[]>("FILE") { Description = "Definitions to check; they may use each other as activities. \"-\" is standard input.", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "Print one JSON object per file: {\"file\",\"valid\",\"findings\":[{\"severity\",\"path\",\"line\",\"column\",\"message\"}]}." };
        var command = new Command(
            "validate",
            """
            Check workflow definitions as publishing does.

              agentiq workflow validate workflows/*.json

            Exit codes: 0 all may be published (warnings do not count), 2 one may not, or cannot be read.
            """)
        {
            files,
            json,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var code = ExitCode.Ok;
            var read = new List<FileCheck>();
            foreach (var file in parsed.GetValue(files)!)
            {
                read.Add(await ReadAsync(context, file, ct));
            }

            foreach (var file in read)
            {
                var check = file.Unreadable is null ? file with { Findings = Layers.Activities.Validate(file.Text, read.Select(f => f.Text)) } : file;
                code = check.IsValid ? code : WorkflowExitCode.Invalid;
                await WriteAsync(context, check, parsed.GetValue(json));
            }

            return code;
        });
        return command;
    }

    private static async Task<FileCheck> ReadAsync(CommandContext context, string file, CancellationToken ct)
    {
        try
        {
            return new FileCheck(file, await DefinitionFile.ReadAsync(file, context, ct), []);
        }
        catch (UserErrorException unreadable)
        {
            return new FileCheck(file, string.Empty, []) { Unreadable = unreadable.Message };
        }
    }

    private static async Task WriteAsync(CommandContext context, FileCheck check, bool asJson)
    {
        if (asJson)
        {
            await context.Output.WriteLineAsync(check.ToJson().ToJsonString(CaseLines.Json));
            return;
        }

        if (check.Unreadable is { } message)
        {
            await context.Output.WriteLineAsync(message);
            return;
        }

        foreach (var finding in check.Findings)
        {
            await context.Output.WriteLineAsync(FindingPlace.Describe(check.File, check.Text, finding));
        }

        if (check.IsValid)
        {
            await context.Output.WriteLineAsync($"{check.File}: ok");
        }
    }

    private sealed record FileCheck(string File, string Text, IReadOnlyList<Diagnostic> Findings)
    {
        public string? Unreadable { get; init; }

        public bool IsValid => Unreadable is null && Findings.All(f => f.Severity == DiagnosticSeverity.Warning);

        public JsonObject ToJson() => new()
        {
            ["file"] = File,
            ["valid"] = IsValid,
            ["findings"] = Unreadable is null
                ? new JsonArray([.. Findings.Select(Finding)])
                : new JsonArray(new JsonObject { ["severity"] = "error", ["path"] = "", ["line"] = null, ["column"] = null, ["message"] = Unreadable }),
        };

        private JsonNode Finding(Diagnostic finding)
        {
            var place = FindingPlace.Of(Text, finding);
            return new JsonObject
            {
                ["severity"] = finding.Severity == DiagnosticSeverity.Warning ? "warning" : "error",
                ["path"] = finding.Path,
                ["line"] = place?.Line,
                ["column"] = place?.Column,
                ["message"] = finding.Message,
            };
        }
    }
}
