using System.Text.Json.Serialization;
using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Persistence;

/// <summary>One line of the journal. Each states the whole new value of one thing, so that replaying a line twice changes nothing.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SellerLine), "seller")]
[JsonDerivedType(typeof(FeedbackLine), "feedback")]
[JsonDerivedType(typeof(RemovedLine), "removed")]
[JsonDerivedType(typeof(StrayAnswerLine), "strayAnswer")]
[JsonDerivedType(typeof(FeedLine), "feed")]
internal abstract record JournalLine(Guid Sid);

/// <summary>A seller's account.</summary>
internal sealed record SellerLine(Guid Sid, string Name, string TradeMark) : JournalLine(Sid);

/// <summary>A feedback with its answer and the calls that led to it.</summary>
internal sealed record FeedbackLine(Guid Sid, Feedback Feedback, SentAnswer? Answer, IReadOnlyList<AnswerCall> Calls) : JournalLine(Sid);

/// <summary>A feedback was deleted by its buyer.</summary>
internal sealed record RemovedLine(Guid Sid, string FeedbackId) : JournalLine(Sid);

/// <summary>An answer to an id that does not exist.</summary>
internal sealed record StrayAnswerLine(Guid Sid, AnswerCall Call) : JournalLine(Sid);

/// <summary>How far the feed has come.</summary>
internal sealed record FeedLine(Guid Sid, int Position) : JournalLine(Sid);
