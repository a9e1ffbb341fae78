namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// What wakes the lifecycle of an interaction. A stimulus only says "look again": whoever is woken reads the
/// interaction and decides from what it finds, so a stimulus that comes late or twice does no harm.
/// </summary>
public static class LifecycleStimuli
{
    /// <summary>A reply passed the reply gate and waits to be sent.</summary>
    public const string ReplyApproved = "ReplyApproved";

    /// <summary>The customer edited what an open interaction says.</summary>
    public const string CustomerWrote = "CustomerWrote";

    /// <summary>The marketplace shows an answer, or another state of it.</summary>
    public const string AnswerSeen = "AnswerSeen";

    /// <summary>Other escalation rules are in force: to everything of the seller that waits. Carries the id of the change.</summary>
    public const string EscalationChanged = "EscalationChanged";
}
