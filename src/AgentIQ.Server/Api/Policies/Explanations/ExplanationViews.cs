using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Explaining;
using AgentIQ.Rules.Sentences;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Explanations;

/// <summary>Explanations of the engine as pages show them.</summary>
internal static class ExplanationViews
{
    /// <param name="explanation">The engine's.</param>
    /// <param name="inexactBecause">Why it is not the very decision, or null when it is.</param>
    /// <param name="language">For whom.</param>
    public static ExplanationView Of(Explanation explanation, string? inexactBecause, Language language)
    {
        var set = explanation.Set.Source;
        return new ExplanationView(
            explanation.Set.Name,
            set.Title.In(language),
            explanation.Set.Version.ToString(),
            inexactBecause is null,
            inexactBecause,
            OutputValueView.Of(set.OutputCatalogue, explanation.Decision.Outputs.ToJson(), language),
            [.. explanation.Tables.Select(table => Table(set, table, language))]);
    }

    private static ExplainedTableView Table(RuleSet set, ExplainedTable table, Language language) => new(
        table.Table.Name, table.Table.Title.In(language), table.Table.HitPolicy, [.. table.Rows.Select(row => Row(set, table.Table, row, language))]);

    private static ExplainedRowView Row(RuleSet set, DecisionTable table, ExplainedRow row, Language language) => new(
        row.Row.Id,
        row.Row.Description.In(language),
        RuleSentences.Of(set, table, row.Row).In(language),
        row.Outcome switch
        {
            RowOutcome.Decided => ExplainedOutcome.Decided,
            RowOutcome.Overruled => ExplainedOutcome.Overruled,
            RowOutcome.NearMiss => ExplainedOutcome.NearMiss,
            RowOutcome.SwitchedOff => ExplainedOutcome.SwitchedOff,
            _ => ExplainedOutcome.NotMatched,
        },
        [.. row.Parts.Select(part => Condition(part, language))]);

    private static ExplainedConditionView Condition(ExplainedCondition condition, Language language) => new(
        condition.Condition switch
        {
            AllCondition => ExplainedKind.All,
            AnyCondition => ExplainedKind.Any,
            NotCondition => ExplainedKind.Not,
            _ => ExplainedKind.Question,
        },
        RuleSentences.Of(condition.Condition).In(language),
        condition.Truth,
        condition is { Condition: FieldCondition question, Actual: { } actual } ? ValueWords.Of(question.Reference.Field, actual).In(language) : null,
        [.. condition.Matches.Select(match => match.Phrase)],
        [.. condition.Parts.Select(part => Condition(part, language))]);
}
