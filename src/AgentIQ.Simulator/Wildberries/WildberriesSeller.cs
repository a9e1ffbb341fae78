using AgentIQ.Simulator.Persistence;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Feeding;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries;

/// <summary>A seller's account in the simulated Wildberries, with its feedbacks. Safe for concurrent use.</summary>
public sealed class WildberriesSeller
{
    private readonly WildberriesSimulator _simulator;
    private readonly FeedbackShelf _shelf;

    internal WildberriesSeller(WildberriesSimulator simulator, FeedbackShelf shelf, SellerLine line)
    {
        _simulator = simulator;
        _shelf = shelf;
        Sid = line.Sid;
        Name = line.Name;
        TradeMark = line.TradeMark;
    }

    /// <summary>The seller's id, <c>sid</c> of tokens and of seller-info.</summary>
    public Guid Sid { get; }

    /// <summary>The seller's name.</summary>
    public string Name { get; }

    /// <summary>The seller's trade mark.</summary>
    public string TradeMark { get; }

    /// <summary>Whether tokens of this seller are let in. Default <see cref="SellerAccess.Granted"/>.</summary>
    public SellerAccess Access { get; set; }

    /// <summary>All feedbacks as the API shows them now, newest first.</summary>
    public IReadOnlyList<Feedback> Feedbacks => [.. new FeedbackQuery().Filter(Shelf.Views())];

    /// <summary>The answers that were posted through the API, oldest first. Answers that came with a file are not among them.</summary>
    public IReadOnlyList<AnswerRecord> Answers => Shelf.Answers();

    /// <summary>Answers posted to ids that do not exist. They were answered with 204 all the same.</summary>
    public IReadOnlyList<AnswerCall> StrayAnswers => Shelf.StrayAnswers();

    /// <summary>How far the feed is, or <see langword="null"/> without one.</summary>
    public FeedProgress? Feed => Shelf.FeedProgress();

    internal FeedbackShelf Shelf
    {
        get
        {
            _shelf.Advance();
            return _shelf;
        }
    }

    /// <summary>Makes a token of this seller; see <see cref="WildberriesTokens.Issue"/>.</summary>
    public string IssueToken(
        WildberriesTokenKind kind = WildberriesTokenKind.Personal,
        WildberriesTokenScopes scopes = WildberriesTokenScopes.Communications,
        DateTimeOffset? expiresAt = null) => _simulator.Tokens.Issue(Sid, kind, scopes, expiresAt);

    /// <summary>A buyer writes a feedback. One with an answer counts as answered and published at <paramref name="answeredAt"/>.</summary>
    /// <param name="feedback">The feedback; an empty id is given, and a default date becomes now.</param>
    /// <param name="answeredAt">When the answer inside it was sent; <see langword="null"/> means with the feedback itself.</param>
    /// <returns>The feedback as stored.</returns>
    /// <exception cref="ArgumentException">There is a feedback of this id already.</exception>
    public Feedback Add(Feedback feedback, DateTimeOffset? answeredAt = null) => Shelf.Add(feedback, answeredAt);

    /// <summary>The feedback of an id as the API shows it now, or <see langword="null"/>.</summary>
    public Feedback? Find(string id) => Shelf.Find(id);

    /// <summary>The buyer changes a feedback (Wildberries lets buyers edit theirs). The answer is no part of the change.</summary>
    /// <exception cref="ArgumentException">There is no feedback of this id.</exception>
    public Feedback Edit(string id, Func<Feedback, Feedback> change) => Shelf.Edit(id, change);

    /// <summary>The buyer deletes a feedback.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id) => Shelf.Remove(id);

    /// <summary>Adds every feedback of a file that is not here yet.</summary>
    /// <returns>How many were added.</returns>
    /// <exception cref="FeedbackFileException">The file is damaged; the message names line, record and field.</exception>
    public int Load(string path, FeedbackFileOptions? options = null) => Shelf.Load(path, options ?? new FeedbackFileOptions());

    /// <summary>Lets feedbacks arrive over time. A feed that an earlier run has begun goes on where it stood.</summary>
    /// <exception cref="FeedbackFileException">The file is damaged; the message names line, record and field.</exception>
    public void StartFeed(FeedOptions options) => Shelf.StartFeed(options);

    /// <summary>Lets the next feedback of the feed arrive now.</summary>
    /// <returns>It, or <see langword="null"/> when the feed is at its end or was not started.</returns>
    public Feedback? FeedNext() => Shelf.FeedNext();
}
