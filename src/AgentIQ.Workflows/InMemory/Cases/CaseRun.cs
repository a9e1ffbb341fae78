using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.InMemory.Cases;

/// <summary>
/// Runs a case to its end, or until nothing that the case has to offer can move it. Each time it stands still the first of these that
/// fits is done, once: an event that somebody waits for, a task that waits for its report, the timer that is due first.
/// </summary>
public static class CaseRun
{
    private static readonly HashSet<string> Timers = ["Elsa.Delay", "Elsa.Timer", "Elsa.StartAt"];

    /// <summary>Runs a case in a world of its own.</summary>
    /// <param name="engine">Activities and compiler.</param>
    /// <param name="options">Limits and effects.</param>
    /// <param name="behaviour">The case.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What became of it.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static async Task<CaseResult> RunAsync(InMemoryEngine engine, InMemoryOptions options, WorkflowCase behaviour, CancellationToken ct)
    {
        var workflows = new InMemoryWorkflows(engine, options with { FlowchartMode = behaviour.Mode ?? options.FlowchartMode });
        string main;
        try
        {
            main = Publish(workflows, behaviour.Definitions);
        }
        catch (InvalidDefinitionException refused)
        {
            return new CaseResult(workflows, Main: null, ImportError: string.Join("; ", refused.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Fatal)));
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(behaviour.MaxTime);
        try
        {
            await DriveAsync(workflows, main, behaviour, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // An activity was stopped half way; the instance stays as it was before.
        }

        ct.ThrowIfCancellationRequested();
        if (limit.IsCancellationRequested)
        {
            workflows.StopBecause($"Stopped after {behaviour.MaxTime.TotalSeconds} s, the longest that a run may take.");
        }

        return new CaseResult(workflows, workflows.Instances.Count > 0 ? workflows.Instances[0] : null, ImportError: null);
    }

    private static string Publish(InMemoryWorkflows workflows, IReadOnlyList<string> definitions)
    {
        workflows.PublishAll(definitions);
        using var document = JsonDocument.Parse(definitions[0]);
        return document.RootElement.Text("definitionId")!;
    }

    private static async Task DriveAsync(InMemoryWorkflows workflows, string main, WorkflowCase behaviour, CancellationToken ct)
    {
        await workflows.StartAsync(new StartWorkflow(main, behaviour.CorrelationId, behaviour.Input), behaviour.Trigger, ct);
        var events = behaviour.Events.ToList();
        while (await PublishAsync(workflows, events, ct) || await workflows.CompleteNextTaskAsync(behaviour.Tasks, ct) || await FireAsync(workflows, behaviour.Timers, ct))
        {
        }
    }

    private static async Task<bool> PublishAsync(InMemoryWorkflows workflows, List<CaseEvent> events, CancellationToken ct)
    {
        foreach (var candidate in events)
        {
            if (await workflows.PublishEventAsync(candidate.Name, candidate.Payload, ct)
                || (candidate.MayReportTask && await workflows.CompleteTaskAsync(candidate.Name, candidate.Payload, ct)))
            {
                if (candidate.IsOnce)
                {
                    events.Remove(candidate);
                }

                return true;
            }
        }

        return false;
    }

    private static async Task<bool> FireAsync(InMemoryWorkflows workflows, CaseTimers timers, CancellationToken ct) => timers switch
    {
        CaseTimers.Elapse => await workflows.FireNextTimerAsync(b => Timers.Contains(b.Execution.Node.Descriptor.TypeName), advances: false, ct),
        CaseTimers.Skip => await workflows.SkipToNextTimerAsync(ct),
        _ => false,
    };
}

/// <summary>What became of a case.</summary>
/// <param name="Workflows">The world that it ran in.</param>
/// <param name="Main">The instance of the first definition; null when nothing could be run.</param>
/// <param name="ImportError">Why a definition was refused; null: none was.</param>
public sealed record CaseResult(InMemoryWorkflows Workflows, InMemoryInstance? Main, string? ImportError)
{
    /// <summary>The result as JSON, in the fields of the recorded cases.</summary>
    public JsonObject ToJson() => CaseReport.Of(this);
}
