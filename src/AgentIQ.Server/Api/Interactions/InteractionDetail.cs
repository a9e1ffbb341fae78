using System.Text.Json;
using AgentIQ.Interactions;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Everything that the page of one interaction shows.</summary>
public sealed record InteractionDetail : InteractionSummary
{
    /// <summary>The main text.</summary>
    public required string Text { get; init; }

    /// <summary>What the customer liked.</summary>
    public required string Pros { get; init; }

    /// <summary>What the customer disliked.</summary>
    public required string Cons { get; init; }

    /// <summary><c>positive</c>, <c>neutral</c>, <c>negative</c>, or null before it was classified.</summary>
    public required string? Sentiment { get; init; }

    /// <summary>What it was bought.</summary>
    public required ProductView Product { get; init; }

    /// <summary>Where the seller sees it in the marketplace's cabinet, or null.</summary>
    public required string? SellerCabinetUrl { get; init; }

    /// <summary>The proposed reply, or null.</summary>
    public required DraftView? Draft { get; init; }

    /// <summary>The latest reply, ours or one seen at the marketplace, or null.</summary>
    public required ReplyView? Reply { get; init; }

    /// <summary>Why it is as it is, in the order in which it was decided.</summary>
    public required IReadOnlyList<DecisionView> Decisions { get; init; }

    /// <summary>Interactions that belong together with it.</summary>
    public required IReadOnlyList<LinkView> Links { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<EventView> Events { get; init; }

    /// <summary>How long a reply may and should be.</summary>
    public required LimitsView Limits { get; init; }

    /// <summary>Whether this person may reply now.</summary>
    public required bool CanReply { get; init; }

    /// <summary>Whether a trial run of a workflow made it: replies go to a simulated marketplace, and no list shows it.</summary>
    public required bool IsSandbox { get; init; }

    /// <summary>The workflow instance that moves it, or null.</summary>
    public required Guid? WorkflowInstanceId { get; init; }

    /// <summary>What stopped its workflow, or null.</summary>
    public required IncidentView? Incident { get; init; }
}

/// <summary>A product as the marketplace names it.</summary>
/// <param name="Id">The marketplace's number.</param>
/// <param name="Article">The seller's article.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its page, or null.</param>
public sealed record ProductView(string? Id, string? Article, string? Name, string? Url);

/// <summary>A proposed reply with what the guardrails say of it.</summary>
/// <param name="Id">The draft.</param>
/// <param name="Text">Its text.</param>
/// <param name="Source">Who wrote it: <c>template</c>.</param>
/// <param name="Template">The template's name, or null.</param>
/// <param name="Violations">What would block it.</param>
/// <param name="Warnings">What a person should look at.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record DraftView(
    Guid Id, string Text, string Source, string? Template, IReadOnlyList<ViolationView> Violations, IReadOnlyList<ViolationView> Warnings, DateTimeOffset CreatedAt);

/// <summary>One thing that is wrong with a text.</summary>
/// <param name="Type">The kind, as <c>banned_phrase</c>.</param>
/// <param name="Severity"><c>error</c> blocks, <c>warning</c> does not.</param>
/// <param name="Phrase">The words that caused it; empty when the whole text did.</param>
/// <param name="Start">Where they start, in UTF-16 units.</param>
/// <param name="Length">How long they are, in UTF-16 units.</param>
/// <param name="Message">What to do instead.</param>
public sealed record ViolationView(string Type, string Severity, string Phrase, int Start, int Length, string Message);

/// <summary>A reply and where it stands.</summary>
/// <param name="Id">The reply; null for one that was given outside.</param>
/// <param name="Text">Its text.</param>
/// <param name="State">As the interaction's reply state, for this reply.</param>
/// <param name="Author">Who approved it; null for a policy or somebody outside.</param>
/// <param name="SentAt">When the marketplace took it.</param>
/// <param name="PublishedAt">When it was read back as published.</param>
/// <param name="RejectedAt">When it was read back as refused.</param>
/// <param name="Failure">Why it did not get through, in plain words.</param>
public sealed record ReplyView(
    Guid? Id, string Text, ReplyState State, PersonView? Author, DateTimeOffset? SentAt, DateTimeOffset? PublishedAt, DateTimeOffset? RejectedAt, string? Failure);

/// <summary>A decision of a policy set.</summary>
/// <param name="Id">In the decision log.</param>
/// <param name="Stage">What was decided, as <c>sla</c>.</param>
/// <param name="Set">The policy set.</param>
/// <param name="Title">What people call the set.</param>
/// <param name="Version">The version that decided, as <c>platform-3</c>.</param>
/// <param name="At">When.</param>
/// <param name="Rows">The rules that matched.</param>
/// <param name="Outputs">What came out, by name.</param>
public sealed record DecisionView(
    Guid Id, string Stage, string Set, string Title, string Version, DateTimeOffset At, IReadOnlyList<DecisionRowView> Rows, IReadOnlyDictionary<string, JsonElement> Outputs);

/// <summary>A rule that matched.</summary>
/// <param name="Id">The row.</param>
/// <param name="Description">What it says, in the reader's language.</param>
/// <param name="Evidence">The customer's words that made it match.</param>
public sealed record DecisionRowView(string Id, string Description, IReadOnlyList<string> Evidence);

/// <summary>An interaction that belongs together with this one.</summary>
/// <param name="InteractionId">The other one.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="Mode"><c>auto_allowed</c> or <c>assist_only</c>.</param>
/// <param name="Explanation">Why, in the reader's language.</param>
public sealed record LinkView(Guid InteractionId, string Subject, decimal Confidence, string Mode, string Explanation);

/// <summary>One thing that happened.</summary>
/// <param name="Id">The event.</param>
/// <param name="Type">What.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who: <c>system</c>, <c>marketplace</c>, <c>customer</c>, or a person's name.</param>
/// <param name="Details">More of it, by the type.</param>
public sealed record EventView(Guid Id, string Type, DateTimeOffset At, string Actor, IReadOnlyDictionary<string, JsonElement> Details);

/// <summary>Lengths of a reply, in characters.</summary>
/// <param name="HardMin">Shorter is refused by the marketplace.</param>
/// <param name="HardMax">Longer is refused by the marketplace.</param>
/// <param name="StyleMin">Shorter reads curt.</param>
/// <param name="StyleMax">Longer is not read.</param>
public sealed record LimitsView(int HardMin, int HardMax, int StyleMin, int StyleMax);

/// <summary>Why a workflow stands still.</summary>
/// <param name="Id">For the workflow's incidents: retry, skip, cancel.</param>
/// <param name="Message">What happened.</param>
public sealed record IncidentView(Guid Id, string Message);
