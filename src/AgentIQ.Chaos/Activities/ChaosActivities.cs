using AgentIQ.Workflows;

namespace AgentIQ.Chaos.Activities;

/// <summary>The activities of the workflows under test.</summary>
internal static class ChaosActivities
{
    public static WorkflowsBuilder AddChaosActivities(this WorkflowsBuilder builder) => builder.AddActivity<Count>().AddActivity<Stumble>().AddActivity<Outside>();
}
