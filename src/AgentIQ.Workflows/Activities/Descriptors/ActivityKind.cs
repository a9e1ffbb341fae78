namespace AgentIQ.Workflows.Activities;

/// <summary>How the engine runs an activity.</summary>
public enum ActivityKind
{
    /// <summary>Inside the burst's transaction.</summary>
    Step,

    /// <summary>Outside any transaction, through the ledger.</summary>
    Effect,

    /// <summary>Leaves bookmarks.</summary>
    Wait,

    /// <summary>Schedules other activities.</summary>
    Container,
}
