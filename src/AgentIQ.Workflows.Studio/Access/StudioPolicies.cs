namespace AgentIQ.Workflows.Studio.Access;

/// <summary>The authorization policies that the routes ask for; the host says who meets them. A host that defines neither cannot serve them.</summary>
public static class StudioPolicies
{
    /// <summary>See definitions, instances and journals.</summary>
    public const string View = "AgentIQ.Workflows.Studio.View";

    /// <summary>Change, publish, run and delete definitions; cancel and delete instances.</summary>
    public const string Edit = "AgentIQ.Workflows.Studio.Edit";
}
