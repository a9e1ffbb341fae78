using System.Text.Json;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Scheduling;

/// <summary>
/// What <c>customProperties</c> of an activity or of a whole definition say about its schedules; the activity's win, then the
/// definition's, then the application's.
/// </summary>
/// <param name="TimeZone">From <c>timeZone</c>: an IANA name such as <c>Europe/Moscow</c>.</param>
/// <param name="MissedRuns">From <c>missedRuns</c>: <c>Skip</c> or <c>CatchUp</c>.</param>
internal sealed record ScheduleSettings(TimeZoneInfo? TimeZone, MissedRuns? MissedRuns)
{
    public static ScheduleSettings None { get; } = new(TimeZone: null, MissedRuns: null);

    /// <param name="owner">The activity or the definition.</param>
    /// <param name="path">Where it stands, for diagnostics.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    public static ScheduleSettings Read(JsonElement owner, string path, List<Diagnostic> diagnostics)
    {
        if (owner.Get("customProperties") is not { } properties)
        {
            return None;
        }

        var zone = Zone(properties, path, diagnostics);
        var missed = Missed(properties, path, diagnostics);
        return zone is null && missed is null ? None : new ScheduleSettings(zone, missed);
    }

    private static TimeZoneInfo? Zone(JsonElement properties, string path, List<Diagnostic> diagnostics)
    {
        if (properties.Text("timeZone") is not { Length: > 0 } name)
        {
            return null;
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{path}.customProperties.timeZone", $"expected a time zone such as Europe/Moscow or UTC, got '{name}'"));
        }

        return zone;
    }

    private static MissedRuns? Missed(JsonElement properties, string path, List<Diagnostic> diagnostics)
    {
        if (properties.Text("missedRuns") is not { Length: > 0 } text)
        {
            return null;
        }

        if (Enum.TryParse<MissedRuns>(text, ignoreCase: true, out var missed) && Enum.IsDefined(missed))
        {
            return missed;
        }

        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{path}.customProperties.missedRuns", $"expected Skip (one run for all that were missed) or CatchUp (each of them), got '{text}'"));
        return null;
    }
}
