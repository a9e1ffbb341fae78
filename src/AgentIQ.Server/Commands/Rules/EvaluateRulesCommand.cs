using System.CommandLine;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Explaining;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Rules;

/// <summary><c>rules eval</c>: a set asked about one subject per line.</summary>
internal static class EvaluateRulesCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("FILE") { Description = "The policy set as JSON." };
        var explain = new Option<bool>("--explain")
        {
            Description = "Add \"near_misses\" (rows that failed by one condition) and \"tables\": every row with its conditions, their actual values and true, false or unknown.",
        };
        var command = new Command(
            "eval",
            """
            Ask a policy set. In: one object of facts per line; "$now" sets the moment that "within" measures from.
            Out: {"outputs","rows","unknown","fault"} per line.

              echo '{"channel":"review","rating":1}' | agentiq rules eval rules/priority.json --jsonl --explain
            """)
        {
            file,
            explain,
        };
        JsonLines.Require(command);
        command.SetAction(async (parsed, ct) =>
        {
            var set = await CompileAsync(parsed.GetRequiredValue(file), context, ct);
            return await JsonLines.RunAsync<object>(context, parsed.GetValue(explain) ? Explain : Decide, ct);

            object Decide(string line) => DecisionJson.Of(set.Evaluate(FactLine.Read(line, set.Source.Facts)));

            object Explain(string line) => ExplanationJson.Of(Explainer.Explain(set, FactLine.Read(line, set.Source.Facts)));
        });
        return command;
    }

    // Its examples may fail: a set that is being written is asked to find out why.
    private static async Task<CompiledRuleSet> CompileAsync(string file, CommandContext context, CancellationToken ct)
    {
        if (file == "-")
        {
            throw new UserErrorException("rules eval: expected a file, but \"-\" came; standard input brings the facts.");
        }

        var (text, problem) = await RuleFile.ReadAsync(file, context, ct);
        return problem is null
            ? RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(text, file), RuleFile.Catalogue())
            : throw new UserErrorException($"{file}: {problem}");
    }
}
