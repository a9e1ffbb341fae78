using System.CommandLine;
using System.Text.Json;

namespace AgentIQ.Server.Commands.Rules;

/// <summary><c>rules test</c>: the examples that stand beside the rules.</summary>
internal static class TestRulesCommand
{
    public static Command Create(CommandContext context)
    {
        var files = RuleFile.Many();
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object: {\"passed\",\"failed\",\"files\":[{\"file\",\"passed\",\"failed\",\"unreadable\",\"examples\":[{\"name\",\"path\",\"passed\",\"failure\",\"outputs\",\"rows\"}]}]}.",
        };
        var command = new Command(
            "test",
            """
            Run the examples of policy sets.

              agentiq rules test rules/priority.json rules/sla.json

            Prints each example that fails with what was expected and what came, then "N passed, N failed". A file that cannot be read
            counts as one failure. Exit codes: 0 all passed, 1 one failed.
            """)
        {
            files,
            json,
        };
        command.SetAction(async (parsed, ct) =>
        {
            var facts = RuleFile.Catalogue();
            List<FileTest> tests = [];
            foreach (var file in parsed.GetRequiredValue(files))
            {
                tests.Add(await FileTest.RunAsync(file, facts, context, ct));
            }

            var (passed, failed) = (tests.Sum(test => test.Passed), tests.Sum(test => test.Failed));
            if (parsed.GetValue(json))
            {
                await context.Output.WriteLineAsync(JsonSerializer.Serialize(new { passed, failed, Files = tests.Select(test => test.ToJson()) }, JsonLines.Json));
            }
            else
            {
                foreach (var line in tests.SelectMany(test => test.Lines()))
                {
                    await context.Output.WriteLineAsync(line);
                }

                await context.Output.WriteLineAsync($"{passed} passed, {failed} failed");
            }

            return failed == 0 ? ExitCode.Ok : ExitCode.Failure;
        });
        return command;
    }
}
