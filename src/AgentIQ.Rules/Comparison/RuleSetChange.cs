using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Comparison;

/// <summary>One difference between two versions of a set, as its author would say it.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Table">The table, or null for the set itself.</param>
/// <param name="Row">The row's id, or null.</param>
/// <param name="Cell">The column's or output's name, or null for the whole row.</param>
/// <param name="Text">The difference in words: «Строка "Отзыв 1–2": первый ответ 30 → 20 минут».</param>
/// <param name="Before">The value before, as people read it; null for what is new.</param>
/// <param name="After">The value after, as people read it; null for what is gone.</param>
public sealed record RuleSetChange(ChangeKind Kind, string? Table, string? Row, string? Cell, LocalizedText Text, LocalizedText? Before, LocalizedText? After);
