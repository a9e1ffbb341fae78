using AgentIQ.Workflows.Studio.Instances.Running;
using AgentIQ.Workflows.Studio.Tests.Support;
using AgentIQ.Workflows.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>What tests of instances do on a host besides asking its routes.</summary>
internal static class InstanceHost
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Starts a host with definitions that the seller has published.</summary>
    public static async Task<StudioHost> WithAsync(params string[] definitions)
    {
        var host = await StudioHost.StartAsync();
        foreach (var definition in definitions)
        {
            await host.PublishAsync(definition);
        }

        return host;
    }

    public static Task PublishAsync(this StudioHost host, string definition, Guid? tenant = null) => host.Database.InTenantAsync(
        tenant ?? Person.Seller, scope => host.Services.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, definition, "test", Ct), Ct);

    /// <summary>Starts an instance and waits until it has nothing more to do by itself.</summary>
    public static async Task<Guid> StartAsync(this StudioHost host, string definitionId, string? correlationId = null, Guid? tenant = null)
    {
        var workflows = host.Services.GetRequiredService<IWorkflows>();
        var id = await host.Database.InTenantAsync(tenant ?? Person.Seller, scope => workflows.StartAsync(scope, new StartWorkflow(definitionId, correlationId), Ct), Ct);
        await host.RestAsync(id, tenant);
        return id;
    }

    public static async Task RestAsync(this StudioHost host, Guid id, Guid? tenant = null) =>
        (await host.Services.GetRequiredService<RunWait>().UntilItRestsAsync(tenant ?? Person.Seller, id, Ct)).ShouldBeTrue();

    /// <summary>Waits until the instance has ended.</summary>
    public static async Task EndAsync(this StudioHost host, Guid id)
    {
        var monitor = host.Services.GetRequiredService<IWorkflowMonitor>();
        (await host.Services.GetRequiredService<RunWait>().UntilAsync(
            Person.Seller, async scope => await monitor.FindAsync(scope, id, Ct) is { Status: WorkflowStatus.Finished }, Ct)).ShouldBeTrue();
    }

    /// <summary>The task that the instance waits for.</summary>
    public static async Task<Guid> TaskAsync(this StudioHost host, Guid instance) =>
        (await host.Database.InTenantAsync(Person.Seller, scope => host.Services.GetRequiredService<IWorkflowMonitor>().WaitingTasksAsync(scope, instance, Ct), Ct)).Single().Id;
}
