using AgentIQ.Simulator.Persistence;
using AgentIQ.Simulator.Wildberries.Feeding;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>The feedbacks of one seller. Every change is journalled before its method returns.</summary>
internal sealed class FeedbackShelf
{
    private readonly Lock _gate = new();
    private readonly ShelfContext _context;
    private readonly Guid _sid;
    private readonly Dictionary<string, FeedbackEntry> _entries = new(StringComparer.Ordinal);
    private readonly List<AnswerCall> _stray;
    private readonly int? _keptFeedPosition;
    private Feed? _feed;

    public FeedbackShelf(ShelfContext context, KeptSeller kept)
    {
        _context = context;
        _sid = kept.Seller.Sid;
        _stray = [.. kept.StrayAnswers.Select(line => line.Call)];
        _keptFeedPosition = kept.Feed?.Position;
        foreach (var line in kept.Feedbacks)
        {
            _entries[line.Feedback.Id] = new FeedbackEntry(line.Feedback, line.Answer, line.Calls);
        }
    }

    private DateTimeOffset Now => _context.Time.GetUtcNow();

    private AnswerRules Rules => new(_context.Options.RepeatedAnswer, _context.Options.Moderation, _context.ModerationDelay);

    /// <summary>Lets in what the feed has brought since the last look.</summary>
    public void Advance()
    {
        lock (_gate)
        {
            var feed = _feed;
            if (feed is null)
            {
                return;
            }

            foreach (var feedback in feed.Due(Now))
            {
                PutArrived(feedback, null);
                _context.Journal.Append(new FeedLine(_sid, feed.Position));
            }
        }
    }

    public IReadOnlyList<Feedback> Views()
    {
        var now = Now;
        lock (_gate)
        {
            return [.. _entries.Values.Select(entry => entry.View(now, _context.Options.ArchiveUnansweredAfter))];
        }
    }

    public Feedback? Find(string id)
    {
        lock (_gate)
        {
            return _entries.GetValueOrDefault(id)?.View(Now, _context.Options.ArchiveUnansweredAfter);
        }
    }

    public IReadOnlyList<AnswerRecord> Answers()
    {
        var now = Now;
        lock (_gate)
        {
            return
            [
                .. _entries.Values
                    .Where(entry => entry is { Answer: not null, Calls.Count: > 0 })
                    .Select(entry => new AnswerRecord(entry.Feedback.Id, entry.Answer!.Text, entry.Answer.State(now), entry.Answer.Refusal, entry.Answer.SentAt, entry.Calls))
                    .OrderBy(answer => answer.SentAt),
            ];
        }
    }

    public IReadOnlyList<AnswerCall> StrayAnswers()
    {
        lock (_gate)
        {
            return [.. _stray];
        }
    }

    public Feedback Add(Feedback feedback, DateTimeOffset? answeredAt)
    {
        lock (_gate)
        {
            var complete = feedback with
            {
                Id = feedback.Id.Length > 0 ? feedback.Id : FreeId(),
                CreatedDate = feedback.CreatedDate == default ? Now : feedback.CreatedDate,
                LastOrderCreatedAt = feedback.LastOrderCreatedAt == default ? Now.AddDays(-4) : feedback.LastOrderCreatedAt,
            };
            if (_entries.ContainsKey(complete.Id))
            {
                throw new ArgumentException($"Expected a new feedback, got id {complete.Id}, which is here already. Use Edit to change it.", nameof(feedback));
            }

            return Put(FeedbackEntry.Arrived(complete, answeredAt));
        }
    }

    public Feedback Edit(string id, Func<Feedback, Feedback> change)
    {
        lock (_gate)
        {
            var entry = _entries.GetValueOrDefault(id)
                ?? throw new ArgumentException($"Expected the id of a feedback, got {id}, which is not here. Add it first.", nameof(id));
            return Put(entry with { Feedback = change(entry.Feedback) with { Id = id, Answer = null } });
        }
    }

    public bool Remove(string id)
    {
        lock (_gate)
        {
            if (!_entries.Remove(id))
            {
                return false;
            }

            _context.Journal.Append(new RemovedLine(_sid, id));
            return true;
        }
    }

    /// <summary>POST of an answer. An unknown id is noted and ignored, as the vendor does.</summary>
    public AnswerOutcome Post(string id, string text)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(id, out var entry))
            {
                return Stray(id, "POST", text);
            }

            return Keep(entry.Post(text, Now, Rules));
        }
    }

    /// <summary>PATCH of an answer: once, within 60 days.</summary>
    public AnswerOutcome Patch(string id, string text)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(id, out var entry))
            {
                return Stray(id, "PATCH", text);
            }

            return Keep(entry.Patch(text, Now, Rules));
        }
    }

    /// <summary>Lets every answer through moderation that still waits.</summary>
    public void FinishModeration()
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var entry in _entries.Values.Where(entry => entry.Answer?.ModeratedAt > now).ToList())
            {
                Put(entry with { Answer = entry.Answer! with { ModeratedAt = now } });
            }
        }
    }

    public int Load(string path, FeedbackFileOptions options)
    {
        var records = FeedbackFile.Read(path);
        lock (_gate)
        {
            var now = Now;
            return records.Index().Count(item => PutArrived(
                options.AsNew
                    ? FeedbackDates.Move(item.Item.Feedback, FeedbackDates.Spread(now, options.Span, item.Index, records.Count)) with { Answer = null, WasViewed = false }
                    : item.Item.Feedback,
                item.Item.AnsweredAt));
        }
    }

    public void StartFeed(FeedOptions options)
    {
        var records = FeedbackFile.Read(options.File ?? ShippedReviews.File);
        lock (_gate)
        {
            var now = Now;
            var feed = new Feed(options, records, _context.Seed, _feed?.Position ?? _keptFeedPosition, now);
            if (feed.IsNew)
            {
                foreach (var (feedback, answeredAt) in feed.Start(now))
                {
                    PutArrived(feedback, answeredAt);
                }

                _context.Journal.Append(new FeedLine(_sid, feed.Position));
            }

            _feed = feed;
        }
    }

    public Feedback? FeedNext()
    {
        lock (_gate)
        {
            if (_feed?.Now(Now) is not { } feedback)
            {
                return null;
            }

            PutArrived(feedback, null);
            _context.Journal.Append(new FeedLine(_sid, _feed.Position));
            return _entries[feedback.Id].View(Now, _context.Options.ArchiveUnansweredAfter);
        }
    }

    public FeedProgress? FeedProgress()
    {
        lock (_gate)
        {
            return _feed?.Progress;
        }
    }

    /// <summary>An id not in use. A later run of the same seed begins with the same ids, which are taken by then.</summary>
    private string FreeId()
    {
        var id = _context.Random.FeedbackId();
        while (_entries.ContainsKey(id))
        {
            id = _context.Random.FeedbackId();
        }

        return id;
    }

    /// <summary>A feedback of a file arrives, unless it has arrived before: a run that was killed may repeat itself.</summary>
    private bool PutArrived(Feedback feedback, DateTimeOffset? answeredAt)
    {
        if (_entries.ContainsKey(feedback.Id))
        {
            return false;
        }

        Put(FeedbackEntry.Arrived(feedback, answeredAt));
        return true;
    }

    private AnswerOutcome Stray(string id, string method, string text)
    {
        var call = new AnswerCall(Now, id, method, text, Taken: false);
        _stray.Add(call);
        _context.Journal.Append(new StrayAnswerLine(_sid, call));
        return AnswerOutcome.Ignored;
    }

    private AnswerOutcome Keep((FeedbackEntry Entry, AnswerOutcome Outcome) answered)
    {
        Put(answered.Entry);
        return answered.Outcome;
    }

    private Feedback Put(FeedbackEntry entry)
    {
        _context.Journal.Append(new FeedbackLine(_sid, entry.Feedback, entry.Answer, entry.Calls));
        _entries[entry.Feedback.Id] = entry;
        return entry.View(Now, _context.Options.ArchiveUnansweredAfter);
    }
}
