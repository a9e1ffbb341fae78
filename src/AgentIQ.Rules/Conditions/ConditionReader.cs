using System.Text.Json;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Conditions;

/// <summary>Reads a condition of a document and checks names, operators and values against the catalogues.</summary>
/// <param name="facts">The fact catalogue.</param>
/// <param name="outputs">The outputs of the set.</param>
/// <param name="written">Which outputs an earlier table can have put out.</param>
internal sealed class ConditionReader(FactCatalogue facts, FactCatalogue outputs, IReadOnlySet<string> written)
{
    /// <summary>The deepest nesting of a condition.</summary>
    public const int MaximumDepth = 8;

    /// <summary>The largest number of nodes of a condition.</summary>
    public const int MaximumNodes = 200;

    private int _nodes;

    public Condition? Read(JsonPlace place)
    {
        _nodes = 0;
        var condition = Node(place, 1);
        if (_nodes > MaximumNodes)
        {
            place.Reader.Report(place.Path, $"expected at most {MaximumNodes} parts, came {_nodes}; split the row");
            return null;
        }

        return condition;
    }

    /// <summary>The field that <c>field</c> or <c>output</c> of a question or a column names; null after a reported fault.</summary>
    public FieldReference? Field(JsonPlace place)
    {
        if (place.TryGet("output", out var output))
        {
            if (place.TryGet("field", out _))
            {
                place.Fault("either \"field\" or \"output\"", "remove one of them: a question asks about one of them");
                return null;
            }

            return Find(output, ValueSource.Output, outputs, "outputs of the set");
        }

        if (place.TryGet("field", out var field))
        {
            return Find(field, ValueSource.Fact, facts, "facts");
        }

        place.Fault("\"field\" or \"output\"", "say what is asked about");
        return null;
    }

    /// <summary>An operator that suits the field; null after a reported fault.</summary>
    public static Operator? OperatorFor(FactField field, JsonPlace parent)
    {
        if (EnumReader.Read(parent, "op", OperatorTable.Words, required: true) is not { } @operator)
        {
            return null;
        }

        var suitable = OperatorTable.For(field.Type);
        if (suitable.Contains(@operator))
        {
            return @operator;
        }

        parent.Reader.Report($"{parent.Path}.op", $"expected an operator of type {field.Type} ({string.Join(", ", suitable.Select(OperatorTable.WordOf))}), came {OperatorTable.WordOf(@operator)}; {field.Name} is {field.Type}");
        return null;
    }

    private Condition? Node(JsonPlace place, int depth)
    {
        _nodes++;
        if (depth > MaximumDepth)
        {
            place.Reader.Report(place.Path, $"expected at most {MaximumDepth} levels, came more; move a part into a row of its own");
            return null;
        }

        if (place.Kind != JsonValueKind.Object)
        {
            place.Fault("an object", "write { \"all\": [...] }, { \"any\": [...] }, { \"not\": ... } or { \"field\", \"op\", \"value\" }");
            return null;
        }

        if (place.TryGet("all", out _))
        {
            return place.IsObject("all") && Parts(place, "all", depth) is { } parts ? new AllCondition(parts) : null;
        }

        if (place.TryGet("any", out _))
        {
            return place.IsObject("any") && Parts(place, "any", depth) is { } parts ? new AnyCondition(parts) : null;
        }

        if (place.TryGet("not", out var negated))
        {
            return place.IsObject("not") && Node(negated, depth + 1) is { } part ? new NotCondition(part) : null;
        }

        return Question(place);
    }

    private List<Condition>? Parts(JsonPlace place, string name, int depth)
    {
        var items = place.List(name, required: true, "list the parts");
        if (items.Count == 0)
        {
            place.Reader.Report($"{place.Path}.{name}", "expected at least one part, came none; add one or remove it");
            return null;
        }

        List<Condition> parts = [];
        foreach (var item in items.TakeWhile(_ => _nodes <= MaximumNodes))
        {
            if (Node(item, depth + 1) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts.Count == items.Count ? parts : null;
    }

    private FieldCondition? Question(JsonPlace place)
    {
        if (!place.IsObject("field", "output", "op", "value") || Field(place) is not { } reference || OperatorFor(reference.Field, place) is not { } @operator)
        {
            return null;
        }

        if (!place.TryGet("value", out var value))
        {
            place.Reader.Report($"{place.Path}.value", "expected a value, came nothing; say what the field is compared with");
            return null;
        }

        return OperandReader.Read(reference.Field, @operator, value) is { } operand
            ? new FieldCondition(reference, @operator, operand) { Written = value.Value.GetRawText(), Path = place.Path }
            : null;
    }

    private FieldReference? Find(JsonPlace name, ValueSource source, FactCatalogue catalogue, string kind)
    {
        if (name.Text("write the name of the field") is not { } wanted)
        {
            return null;
        }

        var slot = catalogue.SlotOf(wanted);
        if (slot < 0)
        {
            name.Fault($"one of the {kind}", $"known: {string.Join(", ", catalogue.Fields.Select(field => field.Name))}");
            return null;
        }

        if (source == ValueSource.Output && !written.Contains(wanted))
        {
            name.Fault("an output of an earlier table", "only a later table reads what an earlier one put out; reorder the tables");
            return null;
        }

        return new FieldReference(source, slot, catalogue.Fields[slot]);
    }
}
