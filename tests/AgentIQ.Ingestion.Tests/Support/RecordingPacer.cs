namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>A pacer that never holds anybody up, and remembers what it was told.</summary>
internal sealed class RecordingPacer(int expected = 5) : IPacer
{
    public List<string> Acquired { get; } = [];

    public List<TimeSpan> Holds { get; } = [];

    public List<int> Corrections { get; } = [];

    public Task<int> AcquireAsync(PaceBucket bucket, CancellationToken cancellationToken)
    {
        Acquired.Add(bucket.Name);
        return Task.FromResult(expected);
    }

    public Task CorrectAsync(PaceBucket bucket, int remaining, CancellationToken cancellationToken)
    {
        Corrections.Add(remaining);
        return Task.CompletedTask;
    }

    public Task HoldAsync(PaceBucket bucket, TimeSpan pause, CancellationToken cancellationToken)
    {
        Holds.Add(pause);
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset> NextAsync(PaceBucket bucket, CancellationToken cancellationToken) => Task.FromResult(DateTimeOffset.MinValue);
}
