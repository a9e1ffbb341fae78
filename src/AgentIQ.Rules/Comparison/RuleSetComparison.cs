using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Comparison;

/// <summary>
/// Says what is different between two versions of a set, in the words of its author. What means the same and stands in the same
/// place is no difference (<c>"60m"</c> and <c>"1h"</c>, the order of a list); what means the same and is written in another form
/// is said once. When nothing is said, both versions decide alike.
/// </summary>
public static class RuleSetComparison
{
    /// <summary>The differences in the order of the newer version, removed rows where they stood.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version; rows are matched by id, tables and outputs by name.</param>
    public static IReadOnlyList<RuleSetChange> Compare(RuleSet before, RuleSet after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new ChangeList();
        HeadChanges.Find(before, after, changes);
        OutputChanges.Find(before, after, changes);
        new TableChanges(before, after, changes).Find();
        ExampleChanges.Find(before, after, changes);
        return changes.All;
    }
}
