using System.CommandLine;
using AgentIQ.Bench.Backtest;
using AgentIQ.Bench.Rules;
using AgentIQ.Bench.Workflow;
using AgentIQ.Workflows;

namespace AgentIQ.Bench;

/// <summary>The table of contents: what can be measured.</summary>
internal static class Program
{
    private const int WrongUsage = 2;
    private const int Interrupted = 130;

    public static async Task<int> Main(string[] args)
    {
        // The runtime reads this once, before its first regular expression.
        WorkflowsServiceCollectionExtensions.LimitRegularExpressions();
        var root = new RootCommand("Measures AgentIQ and prints the figures.")
        {
            WorkflowCommand.Create(Console.Out, Console.Error),
            RulesCommand.Create(Console.Out, Console.Error),
            BacktestCommand.Create(Console.Out, Console.Error),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, parsed.Errors.Select(e => e.Message)));
            return WrongUsage;
        }

        try
        {
            // Ctrl-C cancels; what was started is cleaned up, however long that takes.
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }
}
