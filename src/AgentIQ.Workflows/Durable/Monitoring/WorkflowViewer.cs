using AgentIQ.Postgres;
using AgentIQ.Workflows.Durable.Incidents;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>Expands instances and their packed journals into what the designer's viewer asks.</summary>
internal sealed class WorkflowViewer(InstanceStates states, JournalReader journals) : IWorkflowViewer
{
    /// <summary>A parent's parent and so on; deeper nesting of instances is cut.</summary>
    private const int MaxParents = 20;

    public async Task<InstanceDetails?> FindAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        if (await InstanceHead.FindAsync(scope, instanceId, ct) is not { } head)
        {
            return null;
        }

        var faults = await RecordedFault.ListAsync(scope, instanceId, ct);
        var history = new ExecutionHistory(head, await journals.ReadAsync(scope, instanceId, head.VersionId, ct), faults);
        return InstanceView.Of(head, await states.ReadAsync(scope, head, ct), history, faults.FindAll(f => f.IsOpen));
    }

    public async Task<ExecutionState?> StateAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        const string sql = "SELECT sub_status, updated_at, finished_at FROM agentiq.workflow_instances WHERE tenant_id = $1 AND id = $2";
        await using var command = Sql.Command(scope.Connection, sql, scope.TenantId, instanceId);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct))
        {
            return null;
        }

        var status = reader.IsDBNull(2) ? WorkflowStatus.Running : WorkflowStatus.Finished;
        return new ExecutionState(status, Enum.Parse<WorkflowSubStatus>(reader.GetString(0)), reader.GetFieldValue<DateTimeOffset>(1));
    }

    public async Task<JournalPage> JournalAsync(TenantScope scope, Guid instanceId, JournalFilter filter, int skip, int take, CancellationToken ct)
    {
        if (await InstanceHead.FindAsync(scope, instanceId, ct) is not { } head)
        {
            return new JournalPage([], 0);
        }

        var entries = await journals.ReadAsync(scope, instanceId, head.VersionId, ct);
        var history = new ExecutionHistory(head, entries, await RecordedFault.ListAsync(scope, instanceId, ct));
        var cancelledBy = head.SubStatus == WorkflowSubStatus.Cancelled ? await IncidentActions.LastCancelAsync(scope, instanceId, ct) : null;
        var items = JournalView.Of(head, history, entries, cancelledBy).Where(item => JournalView.Passes(item, filter)).ToList();
        return new JournalPage([.. items.Skip(skip).Take(take)], items.Count);
    }

    public async Task<IReadOnlyList<ExecutionRecord>> ExecutionsAsync(TenantScope scope, Guid instanceId, string? activityNodeId, CancellationToken ct) =>
        await HistoryAsync(scope, instanceId, ct) is { } found
            ? [.. found.History.Executions.Where(e => activityNodeId is null || e.NodeId == activityNodeId).OrderBy(e => e.StartedAt).ThenBy(e => e.Number).Select(e => ExecutionView.Record(found.Instance, e))]
            : [];

    public async Task<IReadOnlyList<ExecutionSummary>> SummariesAsync(TenantScope scope, Guid instanceId, string? activityNodeId, CancellationToken ct) =>
        [.. (await ExecutionsAsync(scope, instanceId, activityNodeId, ct)).Select(ExecutionView.Summary)];

    public async Task<ExecutionRecord?> ExecutionAsync(TenantScope scope, string executionId, CancellationToken ct) =>
        ExecutionId.TryParse(executionId, out var id) && await HistoryAsync(scope, id.InstanceId, ct) is { } found && found.History.Find(id.Number) is { } execution
            ? ExecutionView.Record(found.Instance, execution)
            : null;

    public async Task<IReadOnlyList<ExecutionRecord>> CallStackAsync(TenantScope scope, string executionId, bool acrossWorkflows, CancellationToken ct)
    {
        var stack = new List<ExecutionRecord>();
        if (!ExecutionId.TryParse(executionId, out var id) || await HistoryAsync(scope, id.InstanceId, ct) is not { } found)
        {
            return stack;
        }

        for (var execution = found.History.Find(id.Number); execution is not null; execution = execution.LedBy)
        {
            stack.Add(ExecutionView.Record(found.Instance, execution));
        }

        for (var parents = 0; acrossWorkflows && parents < MaxParents && found.Instance.ParentInstanceId is { } parent; parents++)
        {
            if (await HistoryAsync(scope, parent, ct) is not { } around)
            {
                break;
            }

            stack.Add(ExecutionView.Record(around.Instance, around.History.Workflow));
            found = around;
        }

        stack.Reverse();
        return stack;
    }

    public async Task<IReadOnlyList<ActivityStats>> ReportAsync(TenantScope scope, Guid instanceId, IReadOnlyCollection<string> activityNodeIds, CancellationToken ct)
    {
        var byNode = (await ExecutionsAsync(scope, instanceId, activityNodeId: null, ct)).ToLookup(e => e.ActivityNodeId);
        return [.. activityNodeIds.Distinct().Select(node => ExecutionView.Stats(node, byNode[node]))];
    }

    public async Task<IReadOnlyList<VariableValue>> VariablesAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        if (await InstanceHead.FindAsync(scope, instanceId, ct) is not { } head)
        {
            return [];
        }

        var instance = await states.ReadAsync(scope, head, ct);
        return [.. instance.Executions.Select(e => e.Variables ?? []).Prepend(instance.Variables).SelectMany(v => v).Select(InstanceView.Variable)];
    }

    private async Task<(WorkflowInstance Instance, ExecutionHistory History)?> HistoryAsync(TenantScope scope, Guid instanceId, CancellationToken ct)
    {
        if (await InstanceHead.FindAsync(scope, instanceId, ct) is not { } head)
        {
            return null;
        }

        var entries = await journals.ReadAsync(scope, instanceId, head.VersionId, ct);
        return (await states.ReadAsync(scope, head, ct), new ExecutionHistory(head, entries, await RecordedFault.ListAsync(scope, instanceId, ct)));
    }
}
