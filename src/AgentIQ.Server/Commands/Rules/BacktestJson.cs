using System.Text.Json;
using AgentIQ.Rules.Backtests;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>A back-test's report for scripts.</summary>
internal static class BacktestJson
{
    public static object Of(BacktestReport report) => new
    {
        report.Set,
        Against = report.Against.ToString(),
        report.Decisions,
        report.Changed,
        report.NotComparable,
        Outputs = report.Outputs.Select(output => new
        {
            output.Output,
            Shifts = output.Shifts.Select(shift => new { From = JsonElement.Parse(shift.From), To = JsonElement.Parse(shift.To), shift.Count }),
        }),
        Consequences = report.Consequences.Select(consequence => new { consequence.Code, Title = consequence.Title.En, consequence.Before, consequence.After }),
        Samples = report.Samples.Select(sample => new
        {
            sample.DecisionId,
            InteractionId = sample.SubjectId,
            sample.At,
            Before = JsonElement.Parse(sample.Before),
            After = JsonElement.Parse(sample.After),
            sample.RowsBefore,
            sample.RowsAfter,
        }),
    };
}
