using System.CommandLine;
using AgentIQ.Server.Commands;
using AgentIQ.Server.Commands.Rules;
using AgentIQ.Server.Commands.Workflow;
using AgentIQ.Workflows;

namespace AgentIQ.Server;

/// <summary>The table of contents: what this program can do.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        // The runtime reads this once, before its first regular expression.
        WorkflowsServiceCollectionExtensions.LimitRegularExpressions();
        return CommandLine.RunAsync(args, Commands);
    }

    public static RootCommand Commands(CommandContext context) => new("AgentIQ: the desk where a marketplace seller answers customers.")
    {
        RunCommand.Create(context),
        IngestCommand.Create(context),
        ReplyCommand.Create(context),
        ClassifyCommand.Create(context),
        RulesCommand.Create(context),
        WorkflowCommand.Create(context),
        MigrateCommand.Create(context),
        OpenApiCommand.Create(context),
    };
}
