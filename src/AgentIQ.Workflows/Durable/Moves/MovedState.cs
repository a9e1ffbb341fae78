namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>What moving a state gave.</summary>
/// <param name="State">The state for the target version; null: it cannot be moved.</param>
/// <param name="IsBusy">It is in the middle of its work: look again when that is done.</param>
/// <param name="Standing">Where it stands and would stand.</param>
/// <param name="Reasons">Why not.</param>
/// <param name="Notes">What is different afterwards.</param>
internal sealed record MovedState(byte[]? State, bool IsBusy, IReadOnlyList<Standing> Standing, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes)
{
    public bool CanMove => Reasons.Count == 0 && !IsBusy;
}
