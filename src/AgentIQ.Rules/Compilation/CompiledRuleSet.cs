using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>A rule set ready to run. Immutable and safe to share between threads; running work keeps the one it has.</summary>
public sealed class CompiledRuleSet
{
    private readonly CompiledTable[] _tables;
    private readonly TextProbes _probes;
    private readonly FactValues _defaults;
    private readonly FactValues _onFault;
    private readonly int _indexes;
    private Evaluation? _spare;

    internal CompiledRuleSet(RuleSet source, CompiledTable[] tables, TextProbes probes, RuleSetVersion version)
    {
        Source = source;
        Version = version;
        _tables = tables;
        _probes = probes;
        Rows = [.. _tables.SelectMany(table => table.Rows, (table, row) => new RuleReference(table.Source, row.Source))];
        _indexes = _tables.Select(table => table.IndexCount).DefaultIfEmpty().Max();
        _defaults = Values(source.Defaults);
        _onFault = Values(source.Defaults.Concat(source.OnFault));
        var (read, needed) = (new SortedSet<int>(), new SortedSet<int>());
        foreach (var question in source.Tables.SelectMany(table => table.Rows).SelectMany(row => row.When.Questions()))
        {
            if (question.Reference.Source == Conditions.ValueSource.Fact)
            {
                read.Add(question.Reference.Slot);
                if (question.Operator != Conditions.Operator.IsKnown)
                {
                    needed.Add(question.Reference.Slot);
                }
            }
        }

        (ReadSlots, NeededSlots) = ([.. read], [.. needed]);
    }

    /// <summary>The set as it was read.</summary>
    public RuleSet Source { get; }

    /// <summary>The set's name.</summary>
    public string Name => Source.Document.Name;

    /// <summary>Which version this is.</summary>
    public RuleSetVersion Version { get; }

    /// <summary>SHA-256 of the document's text.</summary>
    public string Hash => Source.Document.Hash;

    /// <summary>Every row in the order in which it is considered.</summary>
    public IReadOnlyList<RuleReference> Rows { get; }

    internal IReadOnlyList<int> ReadSlots { get; }

    internal IReadOnlyList<int> NeededSlots { get; }

    internal TextProbes Probes => _probes;

    /// <summary>Working memory for <see cref="Evaluate(FactValues, Evaluation)"/>; one per thread.</summary>
    public Evaluation NewEvaluation() => new(this, Rows.Count, _indexes);

    /// <summary>Decides, and makes the record of it. Never throws: what breaks is in <see cref="Decision.Fault"/>.</summary>
    public Decision Evaluate(FactValues facts)
    {
        var evaluation = Interlocked.Exchange(ref _spare, null) ?? NewEvaluation();
        Evaluate(facts, evaluation);
        var decision = evaluation.ToDecision();
        evaluation.Forget();
        Interlocked.Exchange(ref _spare, evaluation);
        return decision;
    }

    /// <summary>
    /// Decides without making a record, and without allocating once its texts have been looked at. Never throws: what breaks
    /// is in <see cref="Evaluation.Fault"/>, and the outputs are then the set's <c>onFault</c>.
    /// </summary>
    public void Evaluate(FactValues facts, Evaluation evaluation)
    {
        evaluation.Start(facts, _defaults);
        try
        {
            if (!ReferenceEquals(facts.Catalogue, Source.Facts))
            {
                evaluation.Break($"set {Name}: expected facts of the catalogue that the set was compiled for, came another; make FactValues from the same catalogue", _onFault);
                return;
            }

            foreach (var table in _tables)
            {
                if (table.Run(evaluation) is { } fault)
                {
                    evaluation.Break($"set {Name}, {fault}", _onFault);
                    return;
                }
            }
        }
#pragma warning disable CA1031 // A decision must always come out; the fault is in it, and the set says what then holds.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            evaluation.Break($"set {Name}: expected an evaluation without errors, came {exception.GetType().Name}: {exception.Message}", _onFault);
        }
    }

    /// <summary>
    /// The numbers of a fact at which the answer of some row may change, ascending: at 45 for "45 or more", at 46 for "more than 45". As the
    /// engine keeps numbers: a duration in ticks, true as 1, an enum as its place. None when no row compares the fact.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such fact.</exception>
    public IReadOnlyList<long> CutPoints(string fact)
    {
        var slot = Source.Facts.Require(fact);
        return
        [
            .. Source.Tables.SelectMany(table => table.Rows).SelectMany(row => row.When.Questions())
                .Where(question => question.Reference.Source == Conditions.ValueSource.Fact && question.Reference.Slot == slot)
                .Select(question => question.Operand).OfType<Conditions.NumberOperand>()
                .SelectMany(numbers => numbers.Values.CutPoints()).Distinct().Order(),
        ];
    }

    /// <summary>The same set as another version; nothing is compiled again.</summary>
    public CompiledRuleSet As(RuleSetVersion version) => new(Source, _tables, _probes, version);

    /// <summary>Prepares a memory for asking single conditions: nothing has been put out but the defaults.</summary>
    internal void Begin(FactValues facts, Evaluation evaluation) => evaluation.Start(facts, _defaults);

    /// <summary>Takes what some rows of a table say about the outputs, as evaluating the table would.</summary>
    internal void Apply(DecisionTable table, HashSet<string> rows, Evaluation evaluation) =>
        Array.Find(_tables, compiled => ReferenceEquals(compiled.Source, table))!.Apply(rows, evaluation);

    private FactValues Values(IEnumerable<OutputValue> given)
    {
        var values = new FactValues(Source.OutputCatalogue);
        foreach (var value in given)
        {
            values.Put(value.Slot, value.Number, value.Reference);
        }

        return values;
    }
}
