using System.CommandLine;
using System.Text;
using AgentIQ.Chaos.Workers;
using AgentIQ.Workflows;

namespace AgentIQ.Chaos;

/// <summary>Breaks everything around the workflow engine and checks that nothing was lost and nothing done twice.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        WorkflowsServiceCollectionExtensions.LimitRegularExpressions();
        Console.OutputEncoding = Encoding.UTF8;
        var root = new RootCommand("Kills, freezes and cuts off workflow workers and their PostgreSQL while they work, then checks the whole database.")
        {
            ChaosCommand.Minutes, ChaosCommand.Seed, ChaosCommand.Workers, ChaosCommand.Json, ChaosCommand.Keep,
        };
        root.SetAction(ChaosCommand.RunAsync);
        root.Subcommands.Add(WorkerRole.Command());
        // Signals are ours: the run's own processes have to be stopped first.
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
