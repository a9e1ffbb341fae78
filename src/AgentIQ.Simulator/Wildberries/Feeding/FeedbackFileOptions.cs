namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>How a file of feedbacks is taken in.</summary>
public sealed record FeedbackFileOptions
{
    /// <summary>Answers removed, dates moved to now. Default <see langword="false"/>: everything as the file says.</summary>
    public bool AsNew { get; init; }

    /// <summary>Over how long before now the dates of <see cref="AsNew"/> are spread, evenly and in the file's order. Default 10 minutes.</summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromMinutes(10);
}
