using AgentIQ.Interactions;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>A person of the team, as a page names them.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name to show.</param>
public sealed record PersonView(Guid Id, string Name);

/// <summary>One row of the inbox.</summary>
public record InteractionSummary
{
    /// <summary>The interaction.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it was written.</summary>
    public required string Marketplace { get; init; }

    /// <summary>In which form.</summary>
    public required Channel Channel { get; init; }

    /// <summary>The marketplace's id.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The name the customer shows, or null.</summary>
    public required string? CustomerName { get; init; }

    /// <summary>What it is about, in one line: mostly the product.</summary>
    public required string Subject { get; init; }

    /// <summary>The first words of the text; empty for a rating without words.</summary>
    public required string Preview { get; init; }

    /// <summary>1..5 stars, or null.</summary>
    public required int? Rating { get; init; }

    /// <summary>Stars without words.</summary>
    public required bool RatingOnly { get; init; }

    /// <summary>The state.</summary>
    public required InteractionStatus Status { get; init; }

    /// <summary>The priority.</summary>
    public required Priority Priority { get; init; }

    /// <summary>What the customer wants, or null before it was classified.</summary>
    public required string? Intent { get; init; }

    /// <summary>Marks that call for care.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>0 while on time.</summary>
    public required int EscalationLevel { get; init; }

    /// <summary>Whom the escalation rules told last: operator, manager or owner; null while on time.</summary>
    public required string? EscalatedTo { get; init; }

    /// <summary>Its workflow stopped at an incident.</summary>
    public required bool NeedsPerson { get; init; }

    /// <summary>Where the latest reply stands.</summary>
    public required ReplyState ReplyState { get; init; }

    /// <summary>Who answers, or null.</summary>
    public required PersonView? Assignee { get; init; }

    /// <summary>When the customer wrote.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When we first saw it.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Until when a first answer is promised, or null.</summary>
    public required DateTimeOffset? FirstResponseDue { get; init; }

    /// <summary>When it is shown to somebody above, or null.</summary>
    public required DateTimeOffset? EscalateAt { get; init; }

    /// <summary>After this the answer is a failure, or null.</summary>
    public required DateTimeOffset? HardDeadline { get; init; }

    /// <summary>Grows with every change.</summary>
    public required long Revision { get; init; }
}
