namespace AgentIQ.Simulator.Persistence;

/// <summary>The state that a sequence of journal lines amounts to.</summary>
internal sealed class KeptState
{
    private readonly Dictionary<Guid, SellerLine> _sellers = [];
    private readonly Dictionary<(Guid, string), FeedbackLine> _feedbacks = [];
    private readonly HashSet<StrayAnswerLine> _stray = [];
    private readonly Dictionary<Guid, FeedLine> _feeds = [];

    public void Apply(JournalLine line)
    {
        switch (line)
        {
            case SellerLine seller:
                _sellers[seller.Sid] = seller;
                break;
            case FeedbackLine feedback:
                _feedbacks[(feedback.Sid, feedback.Feedback.Id)] = feedback;
                break;
            case RemovedLine removed:
                _feedbacks.Remove((removed.Sid, removed.FeedbackId));
                break;
            case StrayAnswerLine stray:
                _stray.Add(stray);
                break;
            case FeedLine feed:
                _feeds[feed.Sid] = feed;
                break;
            default:
                throw new InvalidOperationException($"Expected a known kind of journal line, got {line.GetType().Name}: add it to {nameof(KeptState)}.");
        }
    }

    public IEnumerable<JournalLine> Lines() =>
        [.. _sellers.Values, .. _feedbacks.Values, .. _stray, .. _feeds.Values];

    public IReadOnlyList<KeptSeller> Sellers() =>
    [
        .. _sellers.Values.Select(seller => new KeptSeller(
            seller,
            [.. _feedbacks.Values.Where(line => line.Sid == seller.Sid)],
            [.. _stray.Where(line => line.Sid == seller.Sid)],
            _feeds.GetValueOrDefault(seller.Sid))),
    ];
}
