using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Sets;

/// <summary>A rule set that was read and checked against the fact catalogue, not compiled yet.</summary>
/// <param name="Document">Its text.</param>
/// <param name="Facts">The facts that it was checked against.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Description">What it decides, and where its values come from.</param>
/// <param name="Outputs">What it decides.</param>
/// <param name="Defaults">The outputs when no row says anything.</param>
/// <param name="OnFault">The outputs when an evaluation breaks, over the defaults.</param>
/// <param name="Tables">The tables in their order.</param>
/// <param name="Examples">The tests beside the set.</param>
public sealed record RuleSet(
    RuleSetDocument Document,
    FactCatalogue Facts,
    LocalizedText Title,
    LocalizedText Description,
    IReadOnlyList<OutputField> Outputs,
    IReadOnlyList<OutputValue> Defaults,
    IReadOnlyList<OutputValue> OnFault,
    IReadOnlyList<DecisionTable> Tables,
    IReadOnlyList<RuleSetExample> Examples)
{
    /// <summary>The outputs as a catalogue: an output's slot is its place.</summary>
    public FactCatalogue OutputCatalogue { get; } = new(Outputs.Select(output => output.Field));
}
