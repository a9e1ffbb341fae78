namespace AgentIQ.Simulator.Persistence;

/// <summary>Where changes of the state are written before they are answered for.</summary>
internal interface IStateJournal : IDisposable
{
    /// <summary>What was kept by earlier runs.</summary>
    IReadOnlyList<KeptSeller> Kept { get; }

    void Append(JournalLine line);
}

/// <summary>A seller as kept.</summary>
internal sealed record KeptSeller(SellerLine Seller, IReadOnlyList<FeedbackLine> Feedbacks, IReadOnlyList<StrayAnswerLine> StrayAnswers, FeedLine? Feed);
