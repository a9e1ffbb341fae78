using AgentIQ.Simulator.Wildberries.Moderation;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>What decides about an answer that comes in now.</summary>
internal sealed record AnswerRules(RepeatedAnswer Repeated, ModerationRules Moderation, TimeSpan ModerationDelay)
{
    public SentAnswer Moderate(string text, DateTimeOffset sentAt, DateTimeOffset now, bool edited) =>
        new(text, sentAt, now + ModerationDelay, Moderation.Refusal(text), edited);
}
