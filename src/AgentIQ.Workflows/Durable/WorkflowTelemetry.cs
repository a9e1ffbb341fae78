using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AgentIQ.Workflows.Durable;

/// <summary>What the engine reports to OpenTelemetry: an activity source and a meter, both named <see cref="Name"/>.</summary>
public static class WorkflowTelemetry
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "AgentIQ.Workflows";

    internal static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> Bursts = Meter.CreateCounter<long>("agentiq.workflows.bursts", "{burst}", "Bursts by kind and result; what was done may still be refused at its commit: see fenced.");
    internal static readonly Histogram<double> BurstDuration = Meter.CreateHistogram<double>("agentiq.workflows.burst.duration", "s", "Running one burst by kind, without loading and committing its batch.");
    internal static readonly Counter<long> Steps = Meter.CreateCounter<long>("agentiq.workflows.steps", "{step}", "Activities run, resumed or recorded.");
    internal static readonly Counter<long> Claims = Meter.CreateCounter<long>("agentiq.workflows.claims", "{row}", "Queue rows claimed.");
    internal static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("agentiq.workflows.lag", "s", "From when work was due to when it was claimed.");
    internal static readonly Counter<long> Effects = Meter.CreateCounter<long>("agentiq.workflows.effects", "{effect}", "Effects by type and result.");
    internal static readonly Histogram<double> EffectDuration = Meter.CreateHistogram<double>("agentiq.workflows.effect.duration", "s", "Effects by type, from the first attempt to the last, waits between them included.");
    internal static readonly Counter<long> Incidents = Meter.CreateCounter<long>("agentiq.workflows.incidents", "{incident}", "Incidents raised.");
    internal static readonly Counter<long> JournalBytes = Meter.CreateCounter<long>("agentiq.workflows.journal", "By", "Journal written, packed.");
    internal static readonly Counter<long> Fenced = Meter.CreateCounter<long>("agentiq.workflows.fenced", "{burst}", "Writes refused because the lease had passed to another owner.");
    internal static readonly Counter<long> Removed = Meter.CreateCounter<long>("agentiq.workflows.removed", "{row}", "Rows that retention removed, by table.");

    /// <summary>What a request that is being traced hands on to the burst that does it; null when nobody records a trace.</summary>
    internal static string? TraceParent => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;
}
