using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Checking.Wording;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>Finds conditions that are never true, that are always true, and that name values an output never has.</summary>
internal sealed class ConditionCheck(CheckedTable table)
{
    public void Run()
    {
        foreach (var row in table.Rows)
        {
            var reported = false;
            foreach (var part in row.Row.When.Parts)
            {
                reported |= Look(row, part, holds: true);
            }

            if (!row.CanApply && !reported)
            {
                var fields = Excluding(row.Row.When.Parts).SelectMany(part => part.Questions()).Select(question => question.Reference.Field);
                table.Report(FindingKind.NeverTrue, FindingSeverity.Error, row, ConditionMessages.Excluding(row.Row.Id, fields));
            }
        }
    }

    /// <summary>Looks at a condition where it must be true, or false below a "not". True when it was found to be impossible.</summary>
    private bool Look(CheckedRow row, Condition condition, bool holds)
    {
        if (condition is FieldCondition question)
        {
            return LookAt(row, question, holds);
        }

        if (condition is NotCondition not)
        {
            return Look(row, not.Part, !holds);
        }

        var parts = condition is AllCondition all ? all.Parts : ((AnyCondition)condition).Parts;
        var before = table.Findings;
        var impossible = false;
        foreach (var part in parts)
        {
            impossible |= Look(row, part, holds);
        }

        if (table.Findings > before)
        {
            return impossible;
        }

        var fields = condition.Questions().Select(part => part.Reference.Field);
        if (table.Builder.Build(condition, holds) is { Count: 0 })
        {
            Report(row, FindingKind.NeverTrue, Dead(row), ConditionPaths.Of(condition), null, ConditionMessages.DeadPart(fields, !row.CanApply));
            return true;
        }

        if (table.Builder.Build(condition, !holds) is { Count: 0 })
        {
            Report(row, FindingKind.AlwaysTrue, FindingSeverity.Note, ConditionPaths.Of(condition), null, ConditionMessages.AlwaysTruePart(fields));
        }

        return false;
    }

    private bool LookAt(CheckedRow row, FieldCondition question, bool holds)
    {
        var space = table.SpaceOf(question);
        var never = space.Produced is { } produced ? NeverProduced.In(question, space.Field, produced) : [];
        if (space.Where(question, holds).Count == 0)
        {
            var message = never.Count > 0 ? ConditionMessages.NeverProduced(question, never) : ConditionMessages.NothingLeft(question, !row.CanApply);
            Report(row, never.Count > 0 ? FindingKind.OutsideDomain : FindingKind.NeverTrue, Dead(row), question.Path, question.Cell, message);
            return true;
        }

        if (never.Count > 0)
        {
            Report(row, FindingKind.OutsideDomain, FindingSeverity.Warning, question.Path, question.Cell, ConditionMessages.NeverProduced(question, never));
        }
        else if (space.Where(question, !holds).Count == 0)
        {
            var needsValue = space.CanBeUnknown && question.Operator != Operator.IsKnown;
            Report(row, FindingKind.AlwaysTrue, FindingSeverity.Note, question.Path, question.Cell, ConditionMessages.AlwaysTrue(question, needsValue));
        }

        return false;
    }

    /// <summary>An impossible part of "any" does no harm by itself; where the row needs it, the row never applies.</summary>
    private static FindingSeverity Dead(CheckedRow row) => row.CanApply ? FindingSeverity.Warning : FindingSeverity.Error;

    private void Report(CheckedRow row, FindingKind kind, FindingSeverity severity, string path, string? cell, LocalizedText message) =>
        table.Report(new PolicyFinding(kind, severity, table.Set.Document.Name, path, message) { Row = row.Row.Id, Cell = cell });

    /// <summary>The parts without which the others would go together.</summary>
    private List<Condition> Excluding(IReadOnlyList<Condition> parts)
    {
        List<Condition> left = [.. parts];
        foreach (var part in parts)
        {
            List<Condition> without = [.. left.Where(other => !ReferenceEquals(other, part))];
            if (without.Count > 0 && table.Builder.Build(new AllCondition(without)) is { Count: 0 })
            {
                left = without;
            }
        }

        return left;
    }
}
