namespace AgentIQ.Workflows;

/// <summary>A plan to move instances, with what came of it so far.</summary>
public sealed record MovePlan
{
    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The definition.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version that instances are moved from; null: every other one.</summary>
    public string? FromVersionId { get; init; }

    /// <summary>The version that they are moved to.</summary>
    public required string ToVersionId { get; init; }

    /// <summary>How far it is.</summary>
    public required MoveState State { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Instances that can be moved and are not yet.</summary>
    public required int Movable { get; init; }

    /// <summary>Instances that cannot be moved.</summary>
    public required int Blocked { get; init; }

    /// <summary>Instances that were moved.</summary>
    public required int Moved { get; init; }

    /// <summary>Instances that ended, or were moved by somebody else, before their turn came.</summary>
    public required int Gone { get; init; }

    /// <summary>How many stand where, and where each would stand. An instance may stand at several activities.</summary>
    public required IReadOnlyList<StandingCount> Standing { get; init; }

    /// <summary>Why instances cannot be moved, and how many for that reason.</summary>
    public required IReadOnlyList<ReasonCount> Reasons { get; init; }
}

/// <summary>How far a plan is.</summary>
public enum MoveState
{
    /// <summary>The dry run is under way, or was interrupted.</summary>
    Planning,

    /// <summary>It can be applied.</summary>
    Planned,

    /// <summary>Part of it was applied; applying it again goes on.</summary>
    Applying,

    /// <summary>Nothing movable is left.</summary>
    Applied,
}

/// <summary>What a plan found for an instance, or did with it.</summary>
public enum MoveOutcome
{
    /// <summary>It can be moved.</summary>
    Movable,

    /// <summary>It cannot.</summary>
    Blocked,

    /// <summary>It was.</summary>
    Moved,

    /// <summary>It ended before, or stands on another version by now.</summary>
    Gone,
}

/// <summary>Where an instance stands, and where it would stand.</summary>
/// <param name="ActivityId">The activity in its version.</param>
/// <param name="TargetActivityId">The one in the target; null: there is none.</param>
/// <param name="Kind">What it does there.</param>
public sealed record Standing(string ActivityId, string? TargetActivityId, StandingKind Kind);

/// <summary>What an activity does at which an instance stands.</summary>
public enum StandingKind
{
    /// <summary>Waits for a stimulus or a time.</summary>
    Waiting,

    /// <summary>Waits for the result of an effect.</summary>
    Effect,

    /// <summary>Has failed.</summary>
    Faulted,

    /// <summary>The instance has not begun.</summary>
    NotStarted,
}

/// <summary>How many instances stand at an activity.</summary>
/// <param name="Standing">Where.</param>
/// <param name="Count">How many.</param>
public sealed record StandingCount(Standing Standing, int Count);

/// <summary>How many instances cannot be moved for a reason.</summary>
/// <param name="Reason">Why, for people.</param>
/// <param name="Count">How many.</param>
public sealed record ReasonCount(string Reason, int Count);

/// <summary>What a plan says of one instance.</summary>
/// <param name="InstanceId">The instance.</param>
/// <param name="FromVersionId">The version that it ran on.</param>
/// <param name="Outcome">What can be or was done.</param>
/// <param name="Standing">Where it stands and would stand.</param>
/// <param name="Reasons">Why it cannot be moved; empty when it can.</param>
/// <param name="Notes">What a person should know: values that are dropped, inputs that keep what was evaluated before.</param>
public sealed record InstanceMove(
    Guid InstanceId, string FromVersionId, MoveOutcome Outcome, IReadOnlyList<Standing> Standing, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes);
