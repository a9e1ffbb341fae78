using System.Globalization;
using System.Text;
using AgentIQ.Rules.Backtests;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>A back-test's report as a person reads it in a shell.</summary>
internal static class BacktestText
{
    public static string Of(BacktestReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{report.Set} against {report.Against}: {Plural.Of(report.Decisions, "decision")}, {report.Changed:N0} changed, {report.NotComparable:N0} could not be made again");
        foreach (var output in report.Outputs)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\n{output.Output}");
            foreach (var shift in output.Shifts)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n{shift.Count,12:N0}  {(shift.From == shift.To ? $"{shift.From} as before" : $"{shift.From} -> {shift.To}")}");
            }
        }

        if (report.Consequences.Count > 0)
        {
            text.Append("\n\nWhat it would have meant");
        }

        foreach (var consequence in report.Consequences)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{consequence.Before,12:N0} -> {consequence.After:N0}  {consequence.Title.En}");
        }

        if (report.Samples.Count > 0)
        {
            text.Append("\n\nSamples");
        }

        foreach (var sample in report.Samples)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {sample.At:u}  {sample.SubjectId}  {sample.Before} ({Rows(sample.RowsBefore)}) -> {sample.After} ({Rows(sample.RowsAfter)})");
        }

        return text.ToString();
    }

    private static string Rows(IReadOnlyList<string> ids) => ids.Count == 0 ? "no row" : string.Join(", ", ids);
}
