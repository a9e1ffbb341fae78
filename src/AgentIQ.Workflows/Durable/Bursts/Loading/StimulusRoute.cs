namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>Who a stimulus is for: bookmarks, definitions that it starts, or nobody yet.</summary>
internal sealed class StimulusRoute(Stimulus stimulus)
{
    public Stimulus Stimulus { get; } = stimulus;

    public List<RoutedBookmark> Bookmarks { get; } = [];

    public List<string> Triggers { get; } = [];

    /// <summary>The one bookmark that can be met at once, because it is the only one and its instance is of this lane.</summary>
    public RoutedBookmark? TargetIn(long lane) => Bookmarks is [var only] && only.Lane == lane && Triggers.Count == 0 ? only : null;
}

/// <summary>A bookmark that waits for the stimulus, and the lane of its instance.</summary>
internal sealed record RoutedBookmark(Guid InstanceId, int Number, long Lane);
