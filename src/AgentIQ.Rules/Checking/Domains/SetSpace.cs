using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>
/// The space of all situations of a set. Facts have the same dimensions for all tables; what an output can be depends on the
/// table that reads it.
/// </summary>
internal sealed class SetSpace
{
    private readonly RuleSet _set;
    private readonly List<Dimension> _dimensions = [];
    private readonly Dictionary<int, FieldSpace> _facts;
    private readonly Dictionary<(int Table, int Slot), FieldSpace> _outputs = [];

    public SetSpace(RuleSet set)
    {
        _set = set;
        _facts = set.Tables.SelectMany((table, place) => Questions(place)).Where(question => question.Reference.Source == ValueSource.Fact)
            .GroupBy(question => question.Reference.Slot).OrderBy(group => group.Key)
            .ToDictionary(group => group.Key, group => Make(group.First().Reference, null, [.. group]));
    }

    public IReadOnlyList<Dimension> Dimensions => _dimensions;

    /// <summary>The facts that the set asks about.</summary>
    public IEnumerable<FieldSpace> Facts => _facts.Values;

    /// <summary>Adds the outputs that a table reads. Tables are opened in their order.</summary>
    /// <param name="table">The table's place.</param>
    /// <param name="settled">The outputs that earlier tables surely write.</param>
    public void Open(int table, IReadOnlySet<int> settled)
    {
        foreach (var output in Questions(table).Where(question => question.Reference.Source == ValueSource.Output).GroupBy(question => question.Reference.Slot))
        {
            var produced = Produced.Before(_set, table, output.Key, settled.Contains(output.Key));
            _outputs[(table, output.Key)] = Make(output.First().Reference, produced, [.. output]);
        }
    }

    /// <summary>The space of a field as a table sees it.</summary>
    public FieldSpace Of(FieldReference reference, int table) =>
        reference.Source == ValueSource.Fact ? _facts[reference.Slot] : _outputs[(table, reference.Slot)];

    /// <summary>The fields that a table asks about.</summary>
    public IReadOnlyList<FieldSpace> AskedBy(int table) => [.. Questions(table).Select(question => Of(question.Reference, table)).Distinct()];

    /// <summary>Outputs that a box limits, with the table that reads them.</summary>
    public IEnumerable<(int Table, FieldSpace Space)> OutputsIn(Box box) =>
        _outputs.Where(pair => pair.Value.Dimensions.Any(dimension => box[dimension.Number] is not null)).Select(pair => (pair.Key.Table, pair.Value));

    private IEnumerable<FieldCondition> Questions(int table) =>
        _set.Tables[table].Rows.Where(row => row.Enabled).SelectMany(row => row.When.Questions());

    private FieldSpace Make(FieldReference reference, Produced? produced, IReadOnlyList<FieldCondition> questions)
    {
        FieldSpace space = reference.Field.Type switch
        {
            FactType.String => new StringSpace(reference, produced, questions),
            FactType.Set or FactType.Text => new MemberSpace(reference, produced, questions),
            FactType.Instant when questions.Any(question => question.Operand is DurationOperand) => new InstantSpace(reference, produced, questions),
            _ => new NumberSpace(reference, produced, questions),
        };
        space.Place(_dimensions);
        return space;
    }
}
