using System.Text.Json;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>A decision as a line of output.</summary>
/// <param name="Outputs">What was decided.</param>
/// <param name="Rows">The ids of the rows that decided.</param>
/// <param name="Unknown">Facts that the set asks about and the line does not say.</param>
/// <param name="Fault">What broke, or null.</param>
internal sealed record DecisionJson(JsonElement Outputs, IEnumerable<string> Rows, IReadOnlyList<string> Unknown, string? Fault)
{
    public static DecisionJson Of(Decision decision) =>
        new(JsonElement.Parse(decision.Outputs.ToJson()), decision.Rows.Select(row => row.Id), decision.Unknown, decision.Fault);
}
