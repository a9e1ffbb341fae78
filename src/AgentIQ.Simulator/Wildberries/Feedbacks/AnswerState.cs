namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>The values of <c>answer.state</c> and of a feedback's <c>state</c> on the wire.</summary>
public static class AnswerState
{
    /// <summary>New; of a feedback: not processed.</summary>
    public const string None = "none";

    /// <summary>Under moderation.</summary>
    public const string ReviewRequired = "reviewRequired";

    /// <summary>Shown on the site; of a feedback: processed.</summary>
    public const string Published = "wbRu";

    /// <summary>Refused by moderation.</summary>
    public const string Rejected = "rejected";
}
