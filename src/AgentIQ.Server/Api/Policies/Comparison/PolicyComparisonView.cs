using AgentIQ.Rules.Comparison;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Comparison;

/// <summary>What is different between two versions of a set.</summary>
/// <param name="From">The older one.</param>
/// <param name="To">The newer one; null for a text that is not saved.</param>
/// <param name="Changes">The differences in the order of the newer one.</param>
public sealed record PolicyComparisonView(string From, string? To, IReadOnlyList<PolicyChangeView> Changes);

/// <summary>What a change does.</summary>
public enum PolicyChangeKind
{
    /// <summary>Something is new.</summary>
    Added,

    /// <summary>Something is gone.</summary>
    Removed,

    /// <summary>Something says something else.</summary>
    Changed,

    /// <summary>A row stands elsewhere in the order.</summary>
    Moved,
}

/// <summary>One difference.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table, or null for the set itself.</param>
/// <param name="Row">The row, or null.</param>
/// <param name="Cell">The column or output, or null for the whole row.</param>
/// <param name="Text">The difference in words.</param>
/// <param name="Before">The value before, or null for what is new.</param>
/// <param name="After">The value after, or null for what is gone.</param>
public sealed record PolicyChangeView(PolicyChangeKind Kind, string? Table, string? Row, string? Cell, string Text, string? Before, string? After)
{
    internal static PolicyChangeView Of(RuleSetChange change, Language language) => new(
        change.Kind switch
        {
            ChangeKind.Added => PolicyChangeKind.Added,
            ChangeKind.Removed => PolicyChangeKind.Removed,
            ChangeKind.Moved => PolicyChangeKind.Moved,
            _ => PolicyChangeKind.Changed,
        },
        change.Table,
        change.Row,
        change.Cell,
        change.Text.In(language),
        change.Before?.In(language),
        change.After?.In(language));
}

/// <summary>Compares a text that is not saved.</summary>
/// <param name="Document">The set as JSON text.</param>
/// <param name="From">The version that it is compared with; null for the one in force.</param>
public sealed record ComparePolicyRequest(string Document, string? From = null);
