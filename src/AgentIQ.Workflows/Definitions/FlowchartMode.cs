namespace AgentIQ.Workflows.Definitions;

/// <summary>How a flowchart decides when an activity with several ways in runs (elsa-studio-contract 5.1).</summary>
public enum FlowchartMode
{
    /// <summary>Elsa's default: connections are counted, a way that was not taken counts as visited, and every meeting point is a join.</summary>
    Counter,

    /// <summary>A token travels along each connection that was taken; the target's merge mode says what it waits for.</summary>
    Token,
}
