namespace AgentIQ.Interactions;

/// <summary>What may change the state of an interaction.</summary>
public enum Trigger
{
    /// <summary>A person was given it, or took it.</summary>
    Assign,

    /// <summary>It was taken from its person.</summary>
    Unassign,

    /// <summary>A reply passed the reply gate and goes out.</summary>
    Reply,

    /// <summary>The reply came back: rejected by moderation, blocked, or not sent.</summary>
    Return,

    /// <summary>The reply is out and the dialogue is the customer's turn.</summary>
    AwaitCustomer,

    /// <summary>The customer wrote or edited.</summary>
    CustomerWrote,

    /// <summary>The answer is published, or somebody answered outside.</summary>
    Resolve,

    /// <summary>Nothing more is to be done in this round.</summary>
    Close,
}
