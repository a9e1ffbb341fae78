using System.Text.Json;
using AgentIQ.Rules.Decisions;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Recorded decisions as a page shows them.</summary>
internal static class DecisionViews
{
    public static DecisionView Of(RecordedDecision decision, Language language) => new(
        decision.Id,
        decision.Stage,
        decision.Set,
        decision.Version,
        decision.At,
        [.. decision.Rows.Select(row => new DecisionRowView(
            row.Id,
            language == Language.Ru ? row.Description.Ru : row.Description.En,
            [.. row.Matches.Select(match => match.Phrase)]))],
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(decision.Outputs)!);
}
