using System.Text.Json;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Queue;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Api.Workflows;

/// <summary>What tests of workflows do on a desk besides asking its API. No worker runs there: work is done when the test says so.</summary>
internal static class WorkflowDesk
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<string> PublishAsync(this Desk desk, string json, Guid? seller = null) =>
        await desk.InAsync(scope => desk.Services.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, json, "Анна <anna@seller.test>", Ct), seller);

    public static async Task<DefinitionVersionSummary> SaveAsync(this Desk desk, string json, string? note = null) =>
        (await desk.InAsync(scope => desk.Services.GetRequiredService<IWorkflowDefinitions>().SaveAsync(scope, new SaveDefinition(json, "Анна <anna@seller.test>") { Note = note }, Ct))).Version.Summary;

    /// <summary>Starts an instance and does everything that there is to do.</summary>
    public static async Task<Guid> RunAsync(this Desk desk, string definitionId, string? correlationId = null, Guid? seller = null)
    {
        var id = await desk.InAsync(scope => desk.Services.GetRequiredService<IWorkflows>().StartAsync(scope, new StartWorkflow(definitionId, correlationId), Ct), seller);
        await desk.PumpAsync();
        return id;
    }

    public static async Task PumpAsync(this Desk desk)
    {
        while (await desk.Services.GetRequiredService<WorkQueue>().ClaimBurstsAsync(50, Ct) is { Count: > 0 } work)
        {
            await desk.Services.GetRequiredService<BurstRunner>().RunAsync(work, Ct);
        }
    }

    public static async Task<InstanceSummary> InstanceAsync(this Desk desk, Guid id) =>
        (await desk.InAsync(scope => desk.Services.GetRequiredService<IWorkflowMonitor>().FindAsync(scope, id, Ct))).ShouldNotBeNull();

    /// <summary>What people did about an instance: <c>action detail by whom</c>.</summary>
    public static async Task<string[]> ActionsAsync(this Desk desk, Guid instance) =>
        [.. (await desk.InAsync(scope => desk.Services.GetRequiredService<IIncidents>().ActionsAsync(scope, instance, Ct))).Select(a => string.Join(' ', ((string?[])[a.Action, a.Detail, a.Actor]).OfType<string>()))];

    /// <summary>The activities that ran, in order.</summary>
    public static async Task<string[]> RanAsync(this Desk desk, Guid instance) =>
        [.. (await desk.InAsync(scope => desk.Services.GetRequiredService<IWorkflowMonitor>().JournalAsync(scope, instance, Ct))).Where(r => r.Event == "Completed").Select(r => r.ActivityId)];

    public static async Task<Guid> ReceiveAsync(this Desk desk, string subject)
    {
        var now = desk.Time.GetUtcNow();
        var interaction = new Interaction
        {
            SellerId = Desk.Seller,
            Id = Guid.CreateVersion7(now),
            Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, subject),
            Subject = subject,
            Preview = "Светит",
            OccurredAt = now,
            ReceivedAt = now,
            ClockStart = now,
            UpdatedAt = now,
        };
        (await desk.InAsync(scope => desk.Services.GetRequiredService<InteractionStore>().TryInsertAsync(scope, interaction, Ct))).ShouldBeTrue();
        return interaction.Id;
    }

    /// <summary>What the palette calls an activity, and what belongs to it, in Russian.</summary>
    public static ActivityText TextOf(this Desk desk, string type) => ActivityTexts.Of(desk.Services.GetRequiredService<ActivityRegistry>().Find(type, 1).ShouldNotBeNull(), "ru");

    /// <summary>The names of an answer's members, which are the contract.</summary>
    public static string[] Members(this JsonElement answer) => [.. answer.EnumerateObject().Select(p => p.Name)];

    private static Task<T> InAsync<T>(this Desk desk, Func<TenantScope, Task<T>> work, Guid? seller = null) =>
        desk.Services.GetRequiredService<Database>().InTenantAsync(seller ?? Desk.Seller, work, Ct);
}
