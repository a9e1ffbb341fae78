namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>A seller's answer as the simulator keeps it.</summary>
/// <param name="Text">The text in force.</param>
/// <param name="SentAt">When it was first sent; the 60 days of editing run from here.</param>
/// <param name="ModeratedAt">When moderation is through.</param>
/// <param name="Refusal">Why moderation refuses it; <see langword="null"/> when it does not.</param>
/// <param name="Edited">Whether the one edit is used up.</param>
public sealed record SentAnswer(string Text, DateTimeOffset SentAt, DateTimeOffset ModeratedAt, string? Refusal = null, bool Edited = false)
{
    /// <summary>For how long after sending an answer may be edited: 60 days.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromDays(60);

    /// <summary>Whether the answer may be edited at a time.</summary>
    public bool IsEditable(DateTimeOffset now) => !Edited && now < SentAt + EditWindow;

    /// <summary>The value of <c>answer.state</c> at a time.</summary>
    public string State(DateTimeOffset now) => now < ModeratedAt
        ? AnswerState.ReviewRequired
        : Refusal is null ? AnswerState.Published : AnswerState.Rejected;

    internal FeedbackAnswer View(DateTimeOffset now) => new(Text, State(now), IsEditable(now));
}

/// <summary>One call that posted or patched an answer, whatever came of it.</summary>
/// <param name="At">When.</param>
/// <param name="FeedbackId">The id in the body, known or not.</param>
/// <param name="Method"><c>POST</c> or <c>PATCH</c>.</param>
/// <param name="Text">The text in the body.</param>
/// <param name="Taken">Whether it became the answer in force.</param>
public sealed record AnswerCall(DateTimeOffset At, string FeedbackId, string Method, string Text, bool Taken);

/// <summary>An answer that a seller's software posted, for tests to look at.</summary>
/// <param name="FeedbackId">The feedback.</param>
/// <param name="Text">The text in force.</param>
/// <param name="State">The state now: <c>reviewRequired</c>, <c>wbRu</c> or <c>rejected</c>.</param>
/// <param name="Refusal">Why moderation refused it, or <see langword="null"/>.</param>
/// <param name="SentAt">When it was first sent.</param>
/// <param name="Calls">Every POST and PATCH for this feedback, repeated ones too.</param>
public sealed record AnswerRecord(string FeedbackId, string Text, string State, string? Refusal, DateTimeOffset SentAt, IReadOnlyList<AnswerCall> Calls)
{
    /// <summary>How often it was posted. Exactly once is what a careful client does.</summary>
    public int PostCount => Calls.Count(call => call.Method == "POST");
}
