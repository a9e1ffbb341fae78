using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>The reviews that ship with the simulator: a demo seller with a dozen products, written for it.</summary>
public static class ShippedReviews
{
    /// <summary>Where the file lies: <c>Data/reviews.ru.json</c> beside the program.</summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "Data", "reviews.ru.json");

    /// <summary>Reads the reviews with their labels, in the file's order.</summary>
    /// <exception cref="FeedbackFileException">The file is missing or damaged.</exception>
    public static IReadOnlyList<ShippedReview> Read() =>
    [
        .. FeedbackFile.Read(File).Select(record => new ShippedReview(
            record.Feedback,
            record.Labels ?? throw new FeedbackFileException($"{File}, id {record.Feedback.Id}, field labels: expected an object, got nothing."))),
    ];
}

/// <summary>A shipped review.</summary>
/// <param name="Feedback">The review, with its answer if it has one.</param>
/// <param name="Labels">How a person reads it.</param>
public sealed record ShippedReview(Feedback Feedback, ReviewLabels Labels);
