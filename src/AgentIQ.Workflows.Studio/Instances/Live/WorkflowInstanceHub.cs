using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.AspNetCore.SignalR;

namespace AgentIQ.Workflows.Studio.Instances.Live;

/// <summary>What open viewers connect to (elsa-studio-contract 2.5). They only listen; which instance they may hear of is asked of the database.</summary>
internal sealed class WorkflowInstanceHub(Database database, IWorkflowMonitor monitor, IStudioCallers callers, WatchedInstances watched, LiveUpdates updates) : Hub
{
    /// <summary>Called by the viewer, by this name. An instance that the caller's tenant does not have is never told of.</summary>
    public async Task ObserveInstanceAsync(string instanceId)
    {
        var caller = await callers.OfAsync(Context.GetHttpContext() ?? throw new HubException("The connection has no HTTP request."));
        var ct = Context.ConnectionAborted;
        var instance = InstanceKey.Parse(instanceId).Value;
        if (await database.InTenantAsync(caller.TenantId, scope => monitor.FindAsync(scope, instance, ct), ct) is null)
        {
            return;
        }

        // What changes from now on must be heard, so the answer waits until somebody listens.
        await updates.Listening.WaitAsync(ct);
        watched.Add(Context.ConnectionId, caller.TenantId, instance);
        await Groups.AddToGroupAsync(Context.ConnectionId, WatchedInstances.GroupOf(caller.TenantId, instance), ct);
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watched.Remove(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}
