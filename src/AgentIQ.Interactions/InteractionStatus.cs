namespace AgentIQ.Interactions;

/// <summary>The states of an interaction. Escalation is a level beside the state, not a state.</summary>
public enum InteractionStatus
{
    /// <summary>Received; nobody has it yet.</summary>
    New,

    /// <summary>A person has it.</summary>
    Assigned,

    /// <summary>A reply is being sent or checked by the marketplace.</summary>
    InProgress,

    /// <summary>Answered in a dialogue; the customer's turn.</summary>
    WaitingCustomer,

    /// <summary>Answered for good; closes after a while of silence.</summary>
    Resolved,

    /// <summary>This round is over.</summary>
    Closed,
}
