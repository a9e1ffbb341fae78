using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Checking.Domains;

/// <summary>An exact string: each string that a question names is a point, all others together are one.</summary>
internal sealed class StringSpace : FieldSpace
{
    private readonly string[] _named;
    private readonly Dictionary<string, int> _places;

    public StringSpace(FieldReference reference, Produced? produced, IEnumerable<FieldCondition> questions)
        : base(reference, produced)
    {
        var asked = questions.Select(question => question.Operand).OfType<StringsOperand>().SelectMany(operand => operand.Values);
        _named = [.. (produced?.Strings ?? asked).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _places = _named.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
    }

    /// <summary>An output is one of the strings that rows write; a fact may be any other.</summary>
    private int KnownCount => _named.Length + (Produced is null ? 1 : 0);

    private PointSet Known => PointSet.Range(0, KnownCount - 1);

    public override IReadOnlyList<Box> WhereKnown(bool known) =>
        Limit(0, known ? Known : CanBeUnknown ? PointSet.Range(KnownCount, KnownCount) : PointSet.Empty);

    public override bool Put(FactValues into, Box box)
    {
        if (Allowed(box, 0).Intersect(Known) is { IsEmpty: false } known)
        {
            into.Put(Reference.Slot, 0, known.First < _named.Length ? _named[known.First] : Other());
        }

        return true;
    }

    public override bool Allows(Box box, long number, object? reference) =>
        reference is string text && _places.TryGetValue(text, out var place) && Allowed(box, 0).Contains(place);

    protected override IEnumerable<int> Sizes() => [KnownCount + (CanBeUnknown ? 1 : 0)];

    protected override IReadOnlyList<Box> WhereAnswered(FieldCondition question, bool holds)
    {
        var listed = PointSet.Of(((StringsOperand)question.Operand).Values.Where(_places.ContainsKey).Select(value => _places[value]));
        return Limit(0, holds == question.Operator is Operator.Equal or Operator.In ? listed : Known.Except(listed));
    }

    private string Other()
    {
        var number = 1;
        while (_places.ContainsKey($"other-{number}"))
        {
            number++;
        }

        return $"other-{number}";
    }
}
