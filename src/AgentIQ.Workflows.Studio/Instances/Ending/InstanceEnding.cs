using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Instances.Running;

namespace AgentIQ.Workflows.Studio.Instances.Ending;

/// <summary>
/// Cancels and removes instances. A worker does the cancelling, so both wait a few seconds for it: whoever looks at the list next should see it done.
/// </summary>
internal sealed class InstanceEnding(Database database, IWorkflowInstances instances, RunWait wait)
{
    /// <summary>More at once are not waited for.</summary>
    private const int MostWaitedFor = 1000;

    /// <returns>How many were running.</returns>
    public async Task<int> CancelAsync(StudioCaller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var asked = 0;
        foreach (var some in ids.Chunk(MostWaitedFor))
        {
            asked += await database.InTenantAsync(caller.TenantId, scope => instances.CancelAsync(scope, some, caller.Author, ct), ct);
        }

        if (asked > 0 && ids.Count <= MostWaitedFor)
        {
            var running = new InstanceFilter { Ids = [.. ids], Statuses = [WorkflowStatus.Running], Take = 1 };
            await wait.UntilAsync(caller.TenantId, async scope => (await instances.ListAsync(scope, running, ct)).TotalCount == 0, ct);
        }

        return asked;
    }

    /// <summary>Those that run are cancelled first, so that whoever waits for them hears of their end.</summary>
    /// <returns>How many were removed, and how many are there still because their cancelling takes longer.</returns>
    public async Task<(int Deleted, int Left)> DeleteAsync(StudioCaller caller, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return (0, 0);
        }

        await CancelAsync(caller, ids, ct);
        var (deleted, left) = (0, 0);
        var remaining = new InstanceFilter { Ids = [.. ids], Take = 1 };
        await wait.UntilAsync(
            caller.TenantId,
            async scope =>
            {
                deleted += await instances.DeleteAsync(scope, ids, caller.Author, ct);
                left = (await instances.ListAsync(scope, remaining, ct)).TotalCount;
                return left == 0;
            },
            ct);
        return (deleted, left);
    }
}
