using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Comparison;

/// <summary>What is different about the set itself.</summary>
internal static class HeadChanges
{
    public static void Find(RuleSet before, RuleSet after, ChangeList changes)
    {
        changes.Compare(default, new LocalizedText("Имя набора", "Name of the set"), Names.Same(before.Document.Name), Names.Same(after.Document.Name));
        changes.CompareTexts(default, new LocalizedText("Название набора", "Title of the set"), before.Title, after.Title);
        if (before.Description != after.Description)
        {
            // The texts are long; the page shows them beside each other.
            changes.Add(default, ChangeKind.Changed, new LocalizedText("Описание набора изменено", "The description of the set is different"), before.Description, after.Description);
        }
    }
}
