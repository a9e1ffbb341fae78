namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>What an answer call came to.</summary>
internal enum AnswerOutcome
{
    /// <summary>The answer is in force.</summary>
    Taken,

    /// <summary>204, and nothing changed.</summary>
    Ignored,

    /// <summary>Refused with an error.</summary>
    Refused,
}
