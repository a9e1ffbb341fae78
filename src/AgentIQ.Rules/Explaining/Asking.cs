using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Explaining;

/// <summary>Asks the conditions of one set about one set of facts, each with its actual value.</summary>
internal sealed class Asking
{
    private readonly CompiledRuleSet _set;
    private readonly Evaluation _evaluation;
    private readonly ConditionCompiler _conditions = new(new TextProbes());

    public Asking(CompiledRuleSet set, FactValues facts)
    {
        _set = set;
        _evaluation = set.NewEvaluation();
        set.Begin(facts, _evaluation);
    }

    public ExplainedCondition Ask(Condition condition) => condition switch
    {
        AllCondition all => Group(all, all.Parts, parts => parts.Min(part => part.Truth)),
        AnyCondition any => Group(any, any.Parts, parts => parts.Max(part => part.Truth)),
        NotCondition not => Group(not, [not.Part], parts => Truth.True - (int)parts[0].Truth),
        FieldCondition question => Question(question),
        _ => throw new NotSupportedException($"Expected a condition of this library, came {condition.GetType()}."),
    };

    /// <summary>Takes over what the rows of a table that decided put out.</summary>
    public void Take(DecisionTable table, HashSet<string> decided) => _set.Apply(table, decided, _evaluation);

    private ExplainedCondition Group(Condition condition, IReadOnlyList<Condition> parts, Func<IReadOnlyList<ExplainedCondition>, Truth> join)
    {
        List<ExplainedCondition> asked = [.. parts.Select(Ask)];
        return new ExplainedCondition(condition, join(asked), null, [], asked);
    }

    private ExplainedCondition Question(FieldCondition question)
    {
        var values = _evaluation.ValuesOf(question.Reference.Source);
        var slot = question.Reference.Slot;
        var evidence = question.Reference.Source == ValueSource.Fact ? Evidence.Of(_set, _evaluation.Facts, question) : [];
        return new ExplainedCondition(question, TruthOf(question, evidence), values.Known(slot) ? FactValuesWriter.ToJson(values, slot) : null, evidence, []);
    }

    // Phrases are asked through the probe of the set, which has read the text already; everything else is a closure.
    private Truth TruthOf(FieldCondition question, IReadOnlyList<TextEvidence> evidence) => question.Operand switch
    {
        PhrasesOperand when !_evaluation.Facts.Known(question.Reference.Slot) => Truth.Unknown,
        PhrasesOperand => evidence.Count > 0 ? Truth.True : Truth.False,
        RegexOperand regex when _evaluation.Facts.Reference(question.Reference.Slot) is RussianText text =>
            regex.Expression.IsMatch(text.Raw) ? Truth.True : Truth.False,
        RegexOperand => Truth.Unknown,
        _ => _conditions.Compile(question)(_evaluation),
    };
}
