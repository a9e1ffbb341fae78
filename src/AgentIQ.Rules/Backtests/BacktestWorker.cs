using AgentIQ.Postgres;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Backtests;

/// <summary>Makes decisions again under two versions, chunk by chunk; one for each thread, with memory of its own.</summary>
internal sealed class BacktestWorker(CompiledRuleSet active, CompiledRuleSet draft, int samples, IConsequenceCounter? consequences)
{
    private readonly FactValues _facts = new(active.Source.Facts);
    private readonly Evaluation _before = active.NewEvaluation();
    private readonly Evaluation _after = draft.NewEvaluation();
    private readonly bool _readsWords = ReadsWords(active) || ReadsWords(draft);

    public OutputShiftCounter Shifts { get; } = new(active.Source.OutputCatalogue, draft.Source.OutputCatalogue);

    public SpreadSamples<BacktestSample> Samples { get; } = new(samples);

    public long Decisions { get; private set; }

    public long Changed { get; private set; }

    public long NotComparable { get; private set; }

    public async Task RunAsync(TenantScope scope, IReadOnlyList<RecordedFactsRow> rows, CancellationToken ct)
    {
        var texts = _readsWords ? await BacktestQueries.TextsAsync(scope, rows.Select(row => row.SubjectId), ct) : null;
        var reader = new RecordedFactsReader(active.Source.Facts, hash => texts is null ? RussianText.Empty : texts.GetValueOrDefault(hash));
        List<RemadeDecision> remade = [];
        foreach (var row in rows)
        {
            if (reader.Read(row.Facts, row.FactsAt, _facts) is not null)
            {
                NotComparable++;
                continue;
            }

            Again(row);
            if (consequences is not null)
            {
                remade.Add(new RemadeDecision(row.SubjectId, row.At, _before.CopyOutputs(), _after.CopyOutputs()));
            }
        }

        if (consequences is not null)
        {
            await consequences.AddAsync(scope, remade, ct);
        }
    }

    private void Again(RecordedFactsRow row)
    {
        active.Evaluate(_facts, _before);
        draft.Evaluate(_facts, _after);
        Decisions++;
        if (Shifts.Count(_before.OutputValues, _after.OutputValues))
        {
            Changed++;
            Samples.Offer(() => new BacktestSample(
                row.Id, row.SubjectId, row.At, _before.CopyOutputs().ToJson(), _after.CopyOutputs().ToJson(), Ids(active, _before), Ids(draft, _after)));
        }
    }

    private static IReadOnlyList<string> Ids(CompiledRuleSet set, Evaluation evaluation)
    {
        List<string> ids = [];
        foreach (var row in evaluation.Matched)
        {
            ids.Add(set.Rows[row].Row.Id);
        }

        return ids;
    }

    private static bool ReadsWords(CompiledRuleSet set) => set.Source.Tables.SelectMany(table => table.Rows).SelectMany(row => row.When.Questions())
        .Any(question => question.Reference.Source == ValueSource.Fact && FactValuesWriter.IsHidden(question.Reference.Field));
}
