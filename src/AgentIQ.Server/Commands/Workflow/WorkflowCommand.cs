using System.CommandLine;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary><c>workflow</c>: definitions tried and checked from the shell. Needs no database and starts no server.</summary>
internal static class WorkflowCommand
{
    public static Command Create(CommandContext context) => new("workflow", "Try and check workflow definitions (Elsa 3 JSON), without a database.")
    {
        RunDefinitionCommand.Create(context),
        ValidateDefinitionCommand.Create(context),
    };
}
