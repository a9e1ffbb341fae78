using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>What one field can be, as far as the questions of a set tell values apart.</summary>
/// <param name="reference">The field.</param>
/// <param name="produced">What earlier tables can put out; null for a fact.</param>
internal abstract class FieldSpace(FieldReference reference, Produced? produced)
{
    public FieldReference Reference => reference;

    public FactField Field => reference.Field;

    /// <summary>What earlier tables can put out; null for a fact.</summary>
    public Produced? Produced => produced;

    /// <summary>Whether the field may be unknown: every fact, and an output that neither a default nor a row surely gives.</summary>
    public bool CanBeUnknown => produced?.CanBeUnknown ?? true;

    public IReadOnlyList<Dimension> Dimensions { get; private set; } = [];

    /// <summary>Takes places among the dimensions of the set.</summary>
    public virtual void Place(List<Dimension> all)
    {
        Dimensions = [.. Sizes().Select((count, index) => new Dimension(all.Count + index, this, count))];
        all.AddRange(Dimensions);
    }

    /// <summary>Uses a dimension that belongs to a larger space.</summary>
    public void StandAt(Dimension dimension) => Dimensions = [dimension];

    /// <summary>Where a question is true, or where it is false; both need the value to be known unless it asks just that.</summary>
    public IReadOnlyList<Box> Where(FieldCondition question, bool holds) =>
        question.Operand is KnownOperand known ? WhereKnown(known.Expected == holds) : WhereAnswered(question, holds);

    /// <summary>Where the field has a value, or where it has none.</summary>
    public abstract IReadOnlyList<Box> WhereKnown(bool known);

    /// <summary>Sets the field to a value of these points, where there is a choice to the plainest one.</summary>
    /// <returns>False when no such value could be made.</returns>
    public abstract bool Put(FactValues into, Box box);

    /// <summary>Whether a value of an output lies in these points.</summary>
    public abstract bool Allows(Box box, long number, object? reference);

    protected abstract IEnumerable<int> Sizes();

    protected abstract IReadOnlyList<Box> WhereAnswered(FieldCondition question, bool holds);

    /// <summary>The points of a dimension that a box allows.</summary>
    protected PointSet Allowed(Box box, int dimension) => box[Dimensions[dimension].Number] ?? Dimensions[dimension].Full;

    /// <summary>A box that limits one dimension: nothing when no point is left, no limit when all are.</summary>
    protected IReadOnlyList<Box> Limit(int dimension, PointSet points) => points.IsEmpty ? [] : [LimitBox(dimension, points)];

    protected Box LimitBox(int dimension, PointSet points) =>
        points.Equals(Dimensions[dimension].Full) ? Box.Everything : Box.Of(Dimensions[dimension].Number, points);
}
