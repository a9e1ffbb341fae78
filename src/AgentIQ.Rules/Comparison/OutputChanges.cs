using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Comparison;

/// <summary>What is different about the outputs: how they are declared, and what they are without a row and after a fault.</summary>
internal static class OutputChanges
{
    private static readonly LocalizedText Subject = new("Выходы", "Outputs");

    public static void Find(RuleSet before, RuleSet after, ChangeList changes)
    {
        Declarations(before, after, changes);
        Values(before, before.Defaults, after, after.Defaults, changes, new("Без подходящей строки", "Without a row"));
        Values(before, before.OnFault, after, after.OnFault, changes, new("При сбое", "After a fault"));
    }

    /// <summary>Compares what two places say about the outputs, output by output.</summary>
    public static void Values(
        RuleSet before, IReadOnlyList<OutputValue> older, RuleSet after, IReadOnlyList<OutputValue> newer, ChangeList changes, LocalizedText subject, Place place = default)
    {
        var was = older.ToDictionary(value => before.Outputs[value.Slot].Field.Name, value => (before.Outputs[value.Slot].Field, value), StringComparer.Ordinal);
        var now = newer.ToDictionary(value => after.Outputs[value.Slot].Field.Name, value => (after.Outputs[value.Slot].Field, value), StringComparer.Ordinal);
        foreach (var name in now.Keys.Concat(was.Keys.Where(name => !now.ContainsKey(name))))
        {
            (FactField Field, OutputValue Value)? old = was.TryGetValue(name, out var gone) ? gone : null;
            (FactField Field, OutputValue Value)? @new = now.TryGetValue(name, out var come) ? come : null;
            var here = place with { Cell = name };
            if (old is { } one && @new is { } other)
            {
                if (ValueWords.Json(one.Field, one.Value) != ValueWords.Json(other.Field, other.Value))
                {
                    var (from, to) = (ValueWords.Of(one.Field, one.Value), ValueWords.Of(other.Field, other.Value));
                    var title = Names.Of(other.Field);
                    changes.Add(here, ChangeKind.Changed, ChangeList.Different(new($"{subject.Ru}: {title.Ru}", $"{subject.En}: {title.En}"), from, to), from, to);
                }
            }
            else
            {
                changes.Compare(here, subject, Said(old), Said(@new));
            }
        }
    }

    private static void Declarations(RuleSet before, RuleSet after, ChangeList changes)
    {
        foreach (var output in after.Outputs)
        {
            var here = new Place(Cell: output.Field.Name);
            var title = Names.Of(output.Field);
            if (before.Outputs.FirstOrDefault(known => known.Field.Name == output.Field.Name) is not { } known)
            {
                changes.Compare(here, Subject, null, title);
                continue;
            }

            var subject = new LocalizedText($"Выход «{title.Ru}»", $"Output “{title.En}”");
            changes.Compare(here, Names.With(subject, ": вид", ": kind"), Declared(known), Declared(output));
            if (Texts(known.Field) != Texts(output.Field))
            {
                changes.Add(here, ChangeKind.Changed, Names.With(subject, ": названия изменены", ": its titles are different"));
            }
        }

        foreach (var gone in before.Outputs.Where(known => !after.Outputs.Any(output => output.Field.Name == known.Field.Name)))
        {
            changes.Compare(new Place(Cell: gone.Field.Name), Subject, Names.Of(gone.Field), null);
        }

        // The order counts where the most severe row decides.
        List<string> was = [.. before.Outputs.Select(output => output.Field.Name)];
        List<string> now = [.. after.Outputs.Select(output => output.Field.Name)];
        if (!was.Where(now.Contains).SequenceEqual(now.Where(was.Contains), StringComparer.Ordinal))
        {
            var (from, to) = (Names.Same(string.Join(", ", was)), Names.Same(string.Join(", ", now)));
            changes.Add(default, ChangeKind.Moved, ChangeList.Different(new("Порядок выходов:", "Order of the outputs:"), from, to), from, to);
        }
    }

    private static LocalizedText Declared(OutputField output)
    {
        var parts = new List<string> { output.Field.Type.ToString().ToLowerInvariant() };
        parts.AddRange(output.Field.Values.Count > 0 ? [$"[{string.Join(", ", output.Field.Values)}]"] : []);
        parts.AddRange(output.Field.Minimum is { } from ? [$"≥ {from}"] : []);
        parts.AddRange(output.Field.Maximum is { } to ? [$"≤ {to}"] : []);
        parts.AddRange(output.Merge is { } merge ? [$"merge {merge.ToString().ToLowerInvariant()}"] : []);
        return Names.Same(string.Join(", ", parts));
    }

    private static string Texts(FactField field) =>
        $"{field.Title} {field.Description} {field.Unit} {string.Join(' ', field.Labels.OrderBy(label => label.Key, StringComparer.Ordinal))}";

    private static LocalizedText? Said((FactField Field, OutputValue Value)? output) => output is { } said
        ? Language.Both(language => language.Says(language.Title(said.Field), language.Pick(ValueWords.Of(said.Field, said.Value))))
        : null;
}
