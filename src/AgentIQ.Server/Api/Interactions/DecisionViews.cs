using System.Text.Json;
using AgentIQ.Rules;
using AgentIQ.Rules.Decisions;
using AgentIQ.Server.Api.Policies;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>Recorded decisions as a page shows them.</summary>
internal static class DecisionViews
{
    public static DecisionView Of(RecordedDecision decision, IPolicies policies, Guid sellerId, Language language) => new(
        decision.Id,
        decision.Stage,
        decision.Set,
        policies.Sets.Contains(decision.Set, StringComparer.Ordinal) ? policies.Current(sellerId, decision.Set).Source.Title.In(language) : decision.Set,
        decision.Version,
        decision.At,
        [.. decision.Rows.Select(row => new DecisionRowView(
            row.Id,
            row.Description.In(language),
            [.. row.Matches.Select(match => match.Phrase)]))],
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(decision.Outputs)!);
}
