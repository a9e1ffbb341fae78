using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.InMemory;

/// <summary>Tells what a bookmark of a RunTask waits for.</summary>
internal static class WaitingTask
{
    private const string TypeName = "Elsa.RunTask";

    /// <summary>The task's name; null when the bookmark is not a task's.</summary>
    public static string? NameOf(Bookmark bookmark)
    {
        var node = bookmark.Execution.Node;
        if (node.Descriptor.TypeName != TypeName)
        {
            return null;
        }

        var index = Array.FindIndex(node.Inputs, i => i.Input.Name == "TaskName");
        return index < 0 ? null : bookmark.Execution.Inputs?[index] as string;
    }
}
