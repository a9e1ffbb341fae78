using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Monitoring;

namespace AgentIQ.Workflows.Studio.Instances.Running;

/// <summary>
/// Waits, for a few seconds at most, until a worker has done what a route asked for, so that the answer shows it. The worker may be in another
/// process, so the instance's row is asked; what is not done in time goes on without the caller.
/// </summary>
internal sealed class RunWait(Database database, IWorkflowViewer viewer)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Until the instance has nothing more to do by itself.</summary>
    /// <returns>False when the time was over before.</returns>
    public Task<bool> UntilItRestsAsync(Guid tenantId, Guid instanceId, CancellationToken ct) => UntilAsync(
        tenantId, async scope => await viewer.StateAsync(scope, instanceId, ct) is not { SubStatus: WorkflowSubStatus.Pending or WorkflowSubStatus.Executing }, ct);

    /// <summary>Until the condition holds; it is asked in a transaction of its own each time.</summary>
    /// <returns>False when the time was over before.</returns>
    public async Task<bool> UntilAsync(Guid tenantId, Func<TenantScope, Task<bool>> condition, CancellationToken ct)
    {
        // The wall's clock: how long a person waits is no business time.
        var begin = TimeProvider.System.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            if (await database.InTenantAsync(tenantId, condition, ct))
            {
                return true;
            }

            if (TimeProvider.System.GetElapsedTime(begin) >= Limit)
            {
                return false;
            }

            await Task.Delay(pause, TimeProvider.System, ct);
        }
    }
}
