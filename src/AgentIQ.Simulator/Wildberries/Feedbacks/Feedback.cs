namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>A feedback as the API shows it; property names in camelCase are the wire's.</summary>
/// <remarks>There is no buyer's id, no order's id and no time of the answer in the contract.</remarks>
public sealed record Feedback
{
    /// <summary>20 url-safe characters. Left empty, it is given when the feedback is added.</summary>
    public string Id { get; init; } = "";

    /// <summary>The buyer's words; may be empty.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the buyer liked; may be empty.</summary>
    public string Pros { get; init; } = "";

    /// <summary>What the buyer disliked; may be empty.</summary>
    public string Cons { get; init; } = "";

    /// <summary>Stars, 1 to 5.</summary>
    public int ProductValuation { get; init; } = 5;

    /// <summary>When the buyer wrote it; written with <c>Z</c> or with its own offset.</summary>
    public DateTimeOffset CreatedDate { get; init; }

    /// <summary>The seller's answer, if any.</summary>
    public FeedbackAnswer? Answer { get; init; }

    /// <summary><c>none</c> (new) or <c>wbRu</c> (processed).</summary>
    public string State { get; init; } = "none";

    /// <summary>The product.</summary>
    public FeedbackProduct ProductDetails { get; init; } = new();

    /// <summary>Photos, or <see langword="null"/>.</summary>
    public IReadOnlyList<FeedbackPhoto>? PhotoLinks { get; init; }

    /// <summary>A video, or <see langword="null"/>.</summary>
    public FeedbackVideo? Video { get; init; }

    /// <summary>Whether the seller has opened it.</summary>
    public bool WasViewed { get; init; }

    /// <summary>The buyer's name as they gave it; may be empty.</summary>
    public string UserName { get; init; } = "";

    /// <summary><c>buyout</c>, <c>rejected</c>, <c>returned</c> or <c>notSpecified</c>.</summary>
    public string OrderStatus { get; init; } = "buyout";

    /// <summary><c></c> (empty), <c>ok</c>, <c>smaller</c> or <c>bigger</c>. The vendor's text also writes <c>ok</c> in Cyrillic letters.</summary>
    public string MatchingSize { get; init; } = "";

    /// <summary>Whether the seller may complain about the feedback.</summary>
    public bool IsAbleSupplierFeedbackValuation { get; init; }

    /// <summary>Key of the reason of the seller's complaint.</summary>
    public int SupplierFeedbackValuation { get; init; }

    /// <summary>Whether the seller may report a problem with the product.</summary>
    public bool IsAbleSupplierProductValuation { get; init; }

    /// <summary>Key of the reported problem.</summary>
    public int SupplierProductValuation { get; init; }

    /// <summary>Whether the seller may offer a return by this feedback.</summary>
    public bool IsAbleReturnProductOrders { get; init; }

    /// <summary>When a return was offered.</summary>
    public DateTimeOffset? ReturnProductOrdersDate { get; init; }

    /// <summary>The buyer's tags, or <see langword="null"/>.</summary>
    public IReadOnlyList<string>? Bables { get; init; }

    /// <summary>Number of the last order's piece.</summary>
    public long LastOrderShkId { get; init; }

    /// <summary>When the last order was made.</summary>
    public DateTimeOffset LastOrderCreatedAt { get; init; }

    /// <summary>Colour of the product as bought.</summary>
    public string Color { get; init; } = "";

    /// <summary>Id of the product's subject.</summary>
    public int SubjectId { get; init; }

    /// <summary>Name of the product's subject.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>The feedback that this one adds to.</summary>
    public string? ParentFeedbackId { get; init; }

    /// <summary>The later addition to this feedback.</summary>
    public string? ChildFeedbackId { get; init; }

    /// <summary>Whether there is neither a word nor a picture: such a feedback is processed from the start.</summary>
    internal bool IsRatingOnly =>
        string.IsNullOrWhiteSpace(Text) && string.IsNullOrWhiteSpace(Pros) && string.IsNullOrWhiteSpace(Cons) && PhotoLinks is not { Count: > 0 } && Video is null;
}

/// <summary>The seller's answer inside a feedback.</summary>
/// <param name="Text">What was answered.</param>
/// <param name="State"><c>none</c> new, <c>reviewRequired</c> under moderation, <c>wbRu</c> shown on the site, <c>rejected</c> refused.</param>
/// <param name="Editable">Whether the one edit is still to be had.</param>
public sealed record FeedbackAnswer(string Text, string State, bool Editable);

/// <summary>A photo of the buyer.</summary>
/// <param name="FullSize">Address of the large picture.</param>
/// <param name="MiniSize">Address of the small picture.</param>
public sealed record FeedbackPhoto(string FullSize, string MiniSize);

/// <summary>A video of the buyer.</summary>
/// <param name="PreviewImage">Address of the still.</param>
/// <param name="Link">Address of the HLS playlist.</param>
/// <param name="DurationSec">Length in seconds.</param>
public sealed record FeedbackVideo(string PreviewImage, string Link, int DurationSec);

/// <summary>The product of a feedback.</summary>
public sealed record FeedbackProduct
{
    /// <summary>The article of Wildberries.</summary>
    public long NmId { get; init; } = 100000001;

    /// <summary>The group of cards.</summary>
    public long ImtId { get; init; } = 100000001;

    /// <summary>Name of the card.</summary>
    public string ProductName { get; init; } = "";

    /// <summary>The seller's own article.</summary>
    public string? SupplierArticle { get; init; }

    /// <summary>The seller's name.</summary>
    public string? SupplierName { get; init; }

    /// <summary>The brand.</summary>
    public string? BrandName { get; init; }

    /// <summary>The technical size; <c>0</c> when the product has none.</summary>
    public string Size { get; init; } = "0";
}
