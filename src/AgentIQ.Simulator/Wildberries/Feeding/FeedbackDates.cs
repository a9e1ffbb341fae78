using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>Moves feedbacks in time.</summary>
internal static class FeedbackDates
{
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    /// <summary>The time of one of many that are spread evenly over a span before its end, the first the oldest.</summary>
    public static DateTimeOffset Spread(DateTimeOffset end, TimeSpan span, int index, int count) => end - (span * ((double)(count - index) / count));

    /// <summary>The same feedback written at another time; the order before it moves along. The offset of the old date is kept, as both forms occur on the wire.</summary>
    public static Feedback Move(Feedback feedback, DateTimeOffset written) => feedback with
    {
        CreatedDate = WholeSeconds(written).ToOffset(feedback.CreatedDate.Offset == Moscow ? Moscow : TimeSpan.Zero),
        LastOrderCreatedAt = WholeSeconds(written - (feedback.CreatedDate - feedback.LastOrderCreatedAt)),
        ReturnProductOrdersDate = null,
    };

    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
