using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>The order and the times of arrival. It has no timer: whoever looks at the feedbacks asks first what has arrived since.</summary>
internal sealed class Feed
{
    private readonly FeedOptions _options;
    private readonly int _seed;
    private readonly IReadOnlyList<FileFeedback> _history;
    private readonly IReadOnlyList<FileFeedback> _coming;
    private DateTimeOffset _nextAt;

    /// <param name="options">The options.</param>
    /// <param name="records">The file's content.</param>
    /// <param name="seed">Seed of the order and of the intervals.</param>
    /// <param name="position">How many of the unanswered have arrived in earlier runs; <see langword="null"/> for a new feed.</param>
    /// <param name="now">The start. Nothing arrives for the time in which no simulator ran.</param>
    public Feed(FeedOptions options, IReadOnlyList<FileFeedback> records, int seed, int? position, DateTimeOffset now)
    {
        _options = options;
        _seed = seed;
        _history = [.. records.Where(record => record.Feedback.Answer is not null)];
        var coming = records.Where(record => record.Feedback.Answer is null).ToArray();
        if (options.Shuffle)
        {
            new Random(seed).Shuffle(coming);
        }

        _coming = coming;
        IsNew = position is null;
        Position = Math.Min(position ?? 0, coming.Length);
        _nextAt = now + Gap(Position);
    }

    /// <summary>Whether history and backlog are still to be put in place.</summary>
    public bool IsNew { get; }

    /// <summary>How many of the unanswered have arrived.</summary>
    public int Position { get; private set; }

    public FeedProgress Progress => new(_history.Count + Position, _history.Count + _coming.Count, IsAtEnd ? null : _nextAt);

    private bool IsAtEnd => Position >= _coming.Count;

    /// <summary>What is there from the start.</summary>
    public IEnumerable<(Feedback Feedback, DateTimeOffset? AnsweredAt)> Start(DateTimeOffset now)
    {
        foreach (var (record, index) in _history.Select((record, index) => (record, index)))
        {
            var written = FeedbackDates.Spread(now - _options.BacklogSpan, _options.HistorySpan, index, _history.Count);
            yield return (FeedbackDates.Move(record.Feedback, written), written + ((now - written) * 0.3));
        }

        var backlog = Math.Min(_options.InitialBacklog, _coming.Count);
        for (var index = 0; index < backlog; index++)
        {
            yield return (FeedbackDates.Move(Next(), FeedbackDates.Spread(now, _options.BacklogSpan, index, backlog)), null);
        }

        _nextAt = now + Gap(Position);
    }

    /// <summary>What has arrived up to a time, each dated with its arrival.</summary>
    public IEnumerable<Feedback> Due(DateTimeOffset now)
    {
        while (!IsAtEnd && _nextAt <= now)
        {
            var arrived = _nextAt;
            var feedback = Next();
            _nextAt = arrived + Gap(Position);
            yield return FeedbackDates.Move(feedback, arrived);
        }
    }

    /// <summary>The next one, out of its turn.</summary>
    public Feedback? Now(DateTimeOffset now) => IsAtEnd ? null : FeedbackDates.Move(Next(), now);

    private Feedback Next() => _coming[Position++].Feedback;

    /// <summary>The time before an arrival. It follows from seed and position alone, so a feed that goes on keeps its rhythm.</summary>
    private TimeSpan Gap(int position) =>
        _options.Interval * (1 + (_options.Jitter * ((2 * new Random(_seed + position).NextDouble()) - 1)));
}
