using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Durable.Children;

/// <summary>Tells the host of the tasks that a burst asks for, in the burst's transaction.</summary>
internal static class TaskAnnouncer
{
    public static async Task TellAsync(TenantScope scope, Burst burst, CancellationToken ct)
    {
        if (burst.NewTasks.Count == 0)
        {
            return;
        }

        foreach (var observer in burst.Services.GetServices<IWorkflowTaskObserver>())
        {
            foreach (var task in burst.NewTasks)
            {
                await observer.OnTaskAsync(scope, TaskStore.Describe(burst.Instance, task, burst.Now), ct);
            }
        }
    }
}
