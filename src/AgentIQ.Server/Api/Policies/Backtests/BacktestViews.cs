using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>Differences between decisions as pages show them; a version in shadow has the same.</summary>
internal sealed class BacktestViews(InteractionStore interactions)
{
    public static IReadOnlyList<OutputShiftsView> Outputs(FactCatalogue outputs, IReadOnlyList<OutputShifts> shifts, Language language) =>
    [
        .. from output in shifts
           let slot = outputs.SlotOf(output.Output)
           where slot >= 0
           let field = outputs.Fields[slot]
           select new OutputShiftsView(output.Output, field.Title.In(language), [.. output.Shifts.Select(shift => Shift(field, shift, language))]),
    ];

    public static IReadOnlyList<ConsequenceView> Consequences(IReadOnlyList<BacktestConsequence> consequences, Language language) =>
        [.. consequences.Select(figure => new ConsequenceView(figure.Code, figure.Title.In(language), figure.Before, figure.After))];

    public async Task<IReadOnlyList<ChangedDecisionView>> SamplesAsync(
        TenantScope scope, FactCatalogue outputs, IReadOnlyList<BacktestSample> samples, Language language, CancellationToken ct)
    {
        List<ChangedDecisionView> views = [];
        foreach (var sample in samples)
        {
            views.Add(new ChangedDecisionView(
                sample.DecisionId,
                sample.SubjectId,
                sample.At,
                (await interactions.FindAsync(scope, sample.SubjectId, ct))?.Subject ?? "",
                OutputValueView.Of(outputs, sample.Before, language),
                OutputValueView.Of(outputs, sample.After, language),
                sample.RowsBefore,
                sample.RowsAfter));
        }

        return views;
    }

    private static ValueShiftView Shift(FactField field, ValueShift shift, Language language) => new(
        ValueWords.Of(field, shift.From).In(language),
        ValueWords.Of(field, shift.To).In(language),
        shift.Count,
        string.Equals(shift.From, shift.To, StringComparison.Ordinal));
}
