using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Names as the tables keep them, without making a string each time.</summary>
internal static class SubStatusNames
{
    private static readonly string[] Names = Enum.GetNames<WorkflowSubStatus>();

    public static string Of(WorkflowSubStatus status) => Names[(int)status];
}
