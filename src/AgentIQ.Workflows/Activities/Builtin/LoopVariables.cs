namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Names of the variables that a loop gives to each pass of its body; the pass has its own, so an inner loop hides an outer one's only inside.</summary>
internal static class LoopVariables
{
    public const string Index = "CurrentIndex";

    public const string Value = "CurrentValue";
}
