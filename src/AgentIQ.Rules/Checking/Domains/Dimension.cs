namespace AgentIQ.Rules.Checking.Domains;

/// <summary>
/// One axis of the space of all situations. Values that no question of the set tells apart are one point, and "nobody knows"
/// is a point of its own, so a dimension is finite whatever the type of the field.
/// </summary>
/// <param name="Number">Its place among the dimensions.</param>
/// <param name="Space">The field that it belongs to.</param>
/// <param name="Count">How many points it has.</param>
internal sealed record Dimension(int Number, FieldSpace Space, int Count)
{
    /// <summary>Every point.</summary>
    public PointSet Full { get; } = PointSet.Range(0, Count - 1);
}
