namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>A feedback as the simulator keeps it; what the API shows follows from it and the time.</summary>
internal sealed record FeedbackEntry(Feedback Feedback, SentAnswer? Answer, IReadOnlyList<AnswerCall> Calls)
{
    /// <summary>A feedback that has just come in. An answer inside it counts as sent then and through moderation.</summary>
    public static FeedbackEntry Arrived(Feedback feedback, DateTimeOffset? answeredAt)
    {
        var sentAt = answeredAt ?? feedback.CreatedDate;
        var answer = feedback.Answer is { } given
            ? new SentAnswer(given.Text, sentAt, sentAt, given.State == AnswerState.Rejected ? "отклонён модерацией" : null, Edited: !given.Editable)
            : null;
        return new FeedbackEntry(feedback with { Answer = null }, answer, []);
    }

    /// <summary>Processed and archived are one thing here: answered, without words or pictures, or too old (see <see cref="WildberriesOptions.ArchiveUnansweredAfter"/>).</summary>
    public bool IsProcessed(DateTimeOffset now, TimeSpan? archiveAfter) =>
        Answer is not null || Feedback.IsRatingOnly || (archiveAfter is { } age && now - Feedback.CreatedDate >= age);

    public Feedback View(DateTimeOffset now, TimeSpan? archiveAfter) => Feedback with
    {
        Answer = Answer?.View(now),
        State = IsProcessed(now, archiveAfter) ? AnswerState.Published : AnswerState.None,
    };

    /// <summary>The entry after a POST of an answer.</summary>
    public (FeedbackEntry Entry, AnswerOutcome Outcome) Post(string text, DateTimeOffset now, AnswerRules rules)
    {
        var isFirst = Answer is null || Answer.State(now) == AnswerState.Rejected;
        var outcome = isFirst ? AnswerOutcome.Taken : rules.Repeated switch
        {
            RepeatedAnswer.Replaces => AnswerOutcome.Taken,
            RepeatedAnswer.Refused => AnswerOutcome.Refused,
            _ => AnswerOutcome.Ignored,
        };
        return (Called("POST", text, now, outcome == AnswerOutcome.Taken ? rules.Moderate(text, now, now, edited: false) : null), outcome);
    }

    /// <summary>The entry after a PATCH of the answer.</summary>
    public (FeedbackEntry Entry, AnswerOutcome Outcome) Patch(string text, DateTimeOffset now, AnswerRules rules)
    {
        var outcome = Answer is null ? AnswerOutcome.Ignored
            : Answer.IsEditable(now) ? AnswerOutcome.Taken
            : AnswerOutcome.Refused;
        return (Called("PATCH", text, now, outcome == AnswerOutcome.Taken ? rules.Moderate(text, Answer!.SentAt, now, edited: true) : null), outcome);
    }

    private FeedbackEntry Called(string method, string text, DateTimeOffset now, SentAnswer? taken) => this with
    {
        Feedback = taken is null ? Feedback : Feedback with { WasViewed = true },
        Answer = taken ?? Answer,
        Calls = [.. Calls, new AnswerCall(now, Feedback.Id, method, text, taken is not null)],
    };
}
