using System.Globalization;
using System.Text;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>A set of random rows with the subjects that it is asked about.</summary>
internal sealed class SyntheticSet
{
    private const int SubjectCount = 512;

    private readonly Subject[] _subjects;
    private readonly FactValues[] _facts;
    private readonly IRowShape _rows;
    private readonly CompiledRuleSet _set;
    private readonly Evaluation _evaluation;

    /// <exception cref="InvalidOperationException">The engine and the code written by hand do not agree.</exception>
    public SyntheticSet(IRowShape rows)
    {
        _rows = rows;
        (_subjects, _facts) = Subjects.Make(SubjectCount, seed: 2);
        _set = Compile(Document(rows));
        _evaluation = _set.NewEvaluation();
        for (var subject = 0; subject < SubjectCount; subject++)
        {
            var (engine, byHand) = (Decide(subject), rows.Decide(in _subjects[subject]));
            if (engine != byHand)
            {
                throw new InvalidOperationException($"Subject {subject}: expected engine and hand-written code to agree, came {engine} and {byHand} for {_subjects[subject]}.");
            }
        }
    }

    public static string Document(IRowShape rows)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $$"""
            {
              "name": "bench", "title": {"ru": "Замер", "en": "Bench"}, "description": {"ru": "Случайные строки", "en": "Random rows"}, "hitPolicy": "collect",
              "outputs": [{"name": "level", "type": "int", "merge": "max"}, {"name": "minutes", "type": "int", "merge": "min"}],
              "tables": [{"name": "rows", "columns": [{{rows.Columns}}], "rows": [
            """);
        foreach (var (place, (when, level, minutes)) in rows.Document().Index())
        {
            text.Append(place == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $$"""
                {"id": "row-{{place}}", "description": {"ru": "Строка {{place}}", "en": "Row {{place}}"}, "when": { {{when}} }, "then": {"level": {{level}}, "minutes": {{minutes}} } }
                """);
        }

        return text.Append("]}]}").ToString();
    }

    public static CompiledRuleSet Compile(string document) =>
        RuleSetCompiler.Compile(RuleSetDocument.Parse(document, "bench.json"), Subjects.Catalogue);

    /// <summary>The engine without a record, the engine with one, and the code written by hand.</summary>
    public (Contestant Engine, Contestant Recorded, Contestant ByHand) Contestants() => (new(Evaluate), new(Record), new(ByHand));

    private long Evaluate(int times)
    {
        var sum = 0L;
        for (var time = 0; time < times; time++)
        {
            _set.Evaluate(_facts[time % SubjectCount], _evaluation);
            sum += _evaluation.Matched.Length;
        }

        return sum;
    }

    private long Record(int times)
    {
        var sum = 0L;
        for (var time = 0; time < times; time++)
        {
            sum += _set.Evaluate(_facts[time % SubjectCount]).Rows.Count;
        }

        return sum;
    }

    private long ByHand(int times)
    {
        var sum = 0L;
        for (var time = 0; time < times; time++)
        {
            var verdict = _rows.Decide(in _subjects[time % SubjectCount]);
            sum += verdict.Rows + verdict.Level + verdict.Minutes;
        }

        return sum;
    }

    private Verdict Decide(int subject)
    {
        _set.Evaluate(_facts[subject], _evaluation);
        return _evaluation.Fault is { } fault
            ? throw new InvalidOperationException(fault)
            : new Verdict(_evaluation.Number("level") ?? -1, _evaluation.Number("minutes") ?? -1, _evaluation.Matched.Length);
    }
}
