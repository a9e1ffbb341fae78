using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>
/// The working memory of one evaluation, made once by <see cref="CompiledRuleSet.NewEvaluation"/> and used again and
/// again by one thread, so that an evaluation allocates nothing.
/// </summary>
public sealed class Evaluation
{
    private readonly CompiledRuleSet _set;
    private readonly int[] _matched;
    private readonly int[] _writtenBy;
    private int _matchedCount;

    internal Evaluation(CompiledRuleSet set, int rows, int indexes)
    {
        _set = set;
        _matched = new int[rows];
        Offsets = new int[indexes];
        OutputValues = new FactValues(set.Source.OutputCatalogue);
        _writtenBy = new int[set.Source.Outputs.Count];
    }

    /// <summary>What broke, or null. The outputs are then those of the set's <c>onFault</c>.</summary>
    public string? Fault { get; private set; }

    /// <summary>The rows that decided, as places in <see cref="CompiledRuleSet.Rows"/>, in the order of the tables.</summary>
    public ReadOnlySpan<int> Matched => _matched.AsSpan(0, _matchedCount);

    /// <summary>The outputs so far; an output's slot is its place in the set.</summary>
    internal FactValues OutputValues { get; }

    internal FactValues Facts { get; private set; } = null!;

    internal int[] Offsets { get; }

    internal int MatchedCount => _matchedCount;

    /// <summary>The value of a number, bool (0 or 1), enum (place in its values) or set (bits), or null when there is none.</summary>
    /// <exception cref="ArgumentException">The set has no such output.</exception>
    public long? Number(string output)
    {
        var slot = OutputValues.Catalogue.Require(output);
        return OutputValues.Known(slot) ? OutputValues.Number(slot) : null;
    }

    /// <summary>Makes the record of this evaluation. Allocates: it is for decisions that are kept.</summary>
    public Decision ToDecision() => DecisionBuilder.Build(_set, this);

    /// <summary>The outputs in an object of their own.</summary>
    internal DecisionOutputs CopyOutputs() => new(OutputValues.Copy());

    internal FactValues ValuesOf(Conditions.ValueSource source) => source == Conditions.ValueSource.Fact ? Facts : OutputValues;

    internal void Start(FactValues facts, FactValues defaults)
    {
        Facts = facts;
        Fault = null;
        _matchedCount = 0;
        OutputValues.CopyFrom(defaults);
        _writtenBy.AsSpan().Fill(-1);
    }

    /// <summary>Lets go of the facts, so that a spare evaluation keeps no customer's text in memory.</summary>
    internal void Forget() => Facts = null!;

    internal void Break(string fault, FactValues onFault)
    {
        Fault = fault;
        _matchedCount = 0;
        OutputValues.CopyFrom(onFault);
    }

    internal void Match(int row) => _matched[_matchedCount++] = row;

    internal void KeepOnly(int from, int row)
    {
        _matched[from] = row;
        _matchedCount = from + 1;
    }

    /// <summary>Takes what a row says about its outputs.</summary>
    internal void Apply(in CompiledOutput value, int table)
    {
        var slot = value.Slot;
        var first = _writtenBy[slot] < 0;
        if (first || (value.Merge is null && _writtenBy[slot] != table))
        {
            OutputValues.Put(slot, value.Number, value.Reference);
        }
        else
        {
            Join(in value);
        }

        _writtenBy[slot] = table;
    }

    private void Join(in CompiledOutput value)
    {
        var slot = value.Slot;
        var before = OutputValues.Number(slot);
        switch (value.Merge)
        {
            case Merge.Last:
                OutputValues.Put(slot, value.Number, value.Reference);
                break;
            case Merge.Maximum:
                OutputValues.Put(slot, Math.Max(before, value.Number), null);
                break;
            case Merge.Minimum:
                OutputValues.Put(slot, Math.Min(before, value.Number), null);
                break;
            case Merge.Union or Merge.Any:
                OutputValues.Put(slot, before | value.Number, null);
                break;
            case Merge.All:
                OutputValues.Put(slot, before & value.Number, null);
                break;
            default:
                break;
        }
    }
}
