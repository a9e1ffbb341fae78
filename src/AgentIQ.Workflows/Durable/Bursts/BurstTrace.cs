using System.Diagnostics;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>One burst as OpenTelemetry sees it: a trace of its own, linked to the trace of who asked for it, and its timing.</summary>
internal sealed class BurstTrace : IDisposable
{
    private readonly WorkItem _item;
    private readonly long _begin = Stopwatch.GetTimestamp();
    private readonly Activity? _activity;
    private readonly Activity? _around;
    private string _result = "undone";

    private BurstTrace(WorkItem item)
    {
        _item = item;
        if (!WorkflowTelemetry.Source.HasListeners())
        {
            return;
        }

        // A root: a burst may be done for somebody, but is never part of their request.
        _around = Activity.Current;
        Activity.Current = null;
        _activity = WorkflowTelemetry.Source.StartActivity("burst", ActivityKind.Consumer);
        _activity?.SetTag("kind", item.Kind).SetTag("tenant", item.TenantId).SetTag("instance", item.InstanceId).SetTag("attempt", item.Attempts);
    }

    public static BurstTrace Begin(WorkItem item) => new(item);

    /// <summary>Names the one who asked.</summary>
    public static void LinkTo(string? traceParent)
    {
        if (traceParent is not null && Activity.Current is { } activity && ActivityContext.TryParse(traceParent, traceState: null, isRemote: true, out var origin))
        {
            activity.AddLink(new ActivityLink(origin));
        }
    }

    /// <summary>Says what ran.</summary>
    public static void Describe(Burst burst) => Activity.Current?
        .SetTag("definition", burst.Instance.Workflow.DefinitionId)
        .SetTag("version", burst.Instance.Workflow.VersionId)
        .SetTag("instance", burst.Instance.Id)
        .SetTag("steps", burst.Steps)
        .SetTag("sub_status", burst.Instance.SubStatus);

    public void Succeed() => _result = "done";

    public void Dispose()
    {
        var kind = new KeyValuePair<string, object?>("kind", _item.Kind);
        WorkflowTelemetry.BurstDuration.Record(Stopwatch.GetElapsedTime(_begin).TotalSeconds, kind);
        WorkflowTelemetry.Bursts.Add(1, kind, new KeyValuePair<string, object?>("result", _result));
        if (_result != "done")
        {
            _activity?.SetStatus(ActivityStatusCode.Error);
        }

        _activity?.Dispose();
        if (_around is not null)
        {
            Activity.Current = _around;
        }
    }
}
