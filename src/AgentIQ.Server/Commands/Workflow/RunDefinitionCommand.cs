using System.CommandLine;
using AgentIQ.Server.Hosting;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.InMemory.Cases;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary><c>workflow run</c>: one definition with its children, or with --jsonl many cases, on the in-memory store.</summary>
internal static class RunDefinitionCommand
{
    public static Command Create(CommandContext context)
    {
        var options = new RunOptions();
        var command = new Command(
            "run",
            """
            Run a workflow definition to its end, or until it waits.

              agentiq workflow run order.json --input '{"Order":"A-1"}'
              agentiq workflow run order.json child.json --stimulus 'Paid={"sum":10}' --time-skip --json
              agentiq workflow run --jsonl < cases.jsonl > results.jsonl

            Exit codes: 0 finished, 2 invalid definition or wrong call, 3 waiting, 4 faulted or stopped by a limit.
            With --jsonl: 0 when every line was a case, 1 when one was not (its result says why).
            """);
        options.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(options.JsonLines))
            {
                return await CaseLines.RunAsync(context, options.Limits(parsed), options.Time(parsed), ct);
            }

            try
            {
                return await RunAsync(context, options, parsed, ct);
            }
            catch (UserErrorException wrong)
            {
                await context.Error.WriteLineAsync(wrong.Message);
                return WorkflowExitCode.Invalid;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, RunOptions options, ParseResult parsed, CancellationToken ct)
    {
        var files = parsed.GetValue(options.Files)!;
        var definitions = new List<string>();
        foreach (var file in files)
        {
            definitions.Add(await DefinitionFile.ReadAsync(file, context, ct));
        }

        var behaviour = options.Case(parsed, definitions);
        var engine = Layers.Activities;
        if (!await IsAcceptedAsync(context, engine, files, definitions, parsed.GetValue(options.Anyway)))
        {
            return WorkflowExitCode.Invalid;
        }

        var result = await CaseRun.RunAsync(engine, options.Limits(parsed), behaviour, ct);
        if (parsed.GetValue(options.Json))
        {
            await context.Output.WriteLineAsync(result.ToJson().ToJsonString(CaseLines.Json).AsMemory(), ct);
        }
        else
        {
            await RunAccount.WriteAsync(context.Output, result);
        }

        return CodeOf(result);
    }

    /// <summary>Says on standard error what is wrong with the definitions.</summary>
    private static async Task<bool> IsAcceptedAsync(CommandContext context, InMemoryEngine engine, string[] files, List<string> definitions, bool anyway)
    {
        var worst = DiagnosticSeverity.Warning;
        foreach (var (file, text) in files.Zip(definitions))
        {
            var findings = engine.Validate(text, definitions);
            foreach (var finding in findings)
            {
                await context.Error.WriteLineAsync(FindingPlace.Describe(file, text, finding));
                worst = finding.Severity > worst ? finding.Severity : worst;
            }
        }

        if (worst == DiagnosticSeverity.Error && !anyway)
        {
            await context.Error.WriteLineAsync("Not run, because of the errors above. Add --anyway to run as far as it goes.");
        }

        return worst == DiagnosticSeverity.Warning || (worst == DiagnosticSeverity.Error && anyway);
    }

    private static int CodeOf(CaseResult result) => result switch
    {
        { Workflows.StoppedBecause: not null } or { Main: null } or { Main.SubStatus: WorkflowSubStatus.Faulted } => WorkflowExitCode.Faulted,
        { Main.Status: WorkflowStatus.Finished } => WorkflowExitCode.Finished,
        _ => WorkflowExitCode.Waiting,
    };
}
