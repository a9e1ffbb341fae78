using System.Globalization;
using AgentIQ.Interactions;

namespace AgentIQ.Server.Ingest;

/// <summary>Intents and priorities as a table that a person can judge.</summary>
internal static class IntentTable
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<IntentCount> counts)
    {
        string[] priorities = [.. EnumText<Priority>.All];
        await output.WriteLineAsync($"{"intent",-22}{string.Concat(priorities.Select(priority => $"{priority,8}"))}{"total",8}");
        foreach (var intent in counts.GroupBy(count => count.Intent ?? "(none)").OrderByDescending(group => group.Sum(count => count.Count)))
        {
            var cells = priorities.Select(priority => intent.Where(count => count.Priority == priority).Sum(count => count.Count));
            await output.WriteLineAsync(
                $"{intent.Key,-22}{string.Concat(cells.Select(cell => $"{(cell == 0 ? "" : cell.ToString(CultureInfo.InvariantCulture)),8}"))}{intent.Sum(count => count.Count),8}");
        }
    }
}
