namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>How feedbacks arrive over time.</summary>
public sealed record FeedOptions
{
    /// <summary>The file; <see langword="null"/>, the default, is the shipped set.</summary>
    public string? File { get; init; }

    /// <summary>How many unanswered feedbacks are there at the start. Default 24. The answered ones of the file are history and there from the start.</summary>
    public int InitialBacklog { get; init; } = 24;

    /// <summary>Over how long before the start the backlog was written. Default 90 minutes, so that some deadlines have passed.</summary>
    public TimeSpan BacklogSpan { get; init; } = TimeSpan.FromMinutes(90);

    /// <summary>Over how long before the start the answered ones were written. Default 21 days.</summary>
    public TimeSpan HistorySpan { get; init; } = TimeSpan.FromDays(21);

    /// <summary>The mean time between two arrivals. Default 45 seconds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>By which share an interval varies to both sides, 0 to 1. Default 0.4.</summary>
    public double Jitter { get; init; } = 0.4;

    /// <summary>Whether the file's order is shuffled, always in the same way for one seed. Default <see langword="true"/>.</summary>
    public bool Shuffle { get; init; } = true;
}

/// <summary>How far a feed is.</summary>
/// <param name="Arrived">How many of the file have arrived, the backlog and the history too.</param>
/// <param name="Total">How many there are.</param>
/// <param name="NextAt">When the next arrives; <see langword="null"/> at the end.</param>
public sealed record FeedProgress(int Arrived, int Total, DateTimeOffset? NextAt);
