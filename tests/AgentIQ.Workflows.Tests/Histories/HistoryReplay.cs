namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>Runs a history again, with the recorded results in place of the activities, and compares event by event.</summary>
internal static class HistoryReplay
{
    /// <param name="history">What was recorded.</param>
    /// <param name="definition">The definition to run it on: the recorded one, or a changed one.</param>
    /// <param name="maxSteps">Steps after which the interpreter cuts a burst.</param>
    /// <returns>The first event that is another one now; null: there is none.</returns>
    public static async Task<string?> FirstDifferenceAsync(History history, string definition, int maxSteps = 10_000)
    {
        var run = new HistoryRun(definition, HistoryFiles.Uses(history), history.StandIns, new RecordedResults(history), maxSteps);
        for (var i = 0; i < history.Bursts.Count; i++)
        {
            var expected = history.Bursts[i];
            run.Time.SetUtcNow(expected.At);
            var got = await run.ApplyAsync(expected.In);
            if (Difference(expected, got) is { } difference)
            {
                return $"{history.About}: burst {i + 1} ({expected.In}), {difference}";
            }
        }

        return null;
    }

    private static string? Difference(HistoryBurst expected, HistoryBurst got)
    {
        for (var i = 0; i < Math.Max(expected.Out.Count, got.Out.Count); i++)
        {
            var (want, have) = (At(expected.Out, i), At(got.Out, i));
            if (want != have)
            {
                return $"event {i + 1}: expected {want ?? "no further event"}, got {have ?? "no further event"}";
            }
        }

        return expected.Ends == got.Ends ? null : $"at its end: expected {expected.Ends}, got {got.Ends}";
    }

    private static string? At(List<HistoryEvent> events, int index) => index < events.Count ? events[index].ToString() : null;
}
