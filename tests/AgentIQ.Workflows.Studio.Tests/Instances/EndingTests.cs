using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>Cancelling and deleting.</summary>
public sealed class EndingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    [Exchange("110-wi-cancel")]
    [Exchange("112-wi-get-cancelled")]
    public async Task A_cancelled_instance_has_ended_when_the_answer_comes_and_says_who_did_it()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var manager = host.As(Person.Manager);

        (await manager.PostAsync($"/cancel/workflow-instances/{id}", "{}")).ShouldAgreeWith("110-wi-cancel");

        (await manager.GetAsync($"/workflow-instances/{id}")).ShouldAgreeWith(
            "112-wi-get-cancelled", "activityExecutionContexts[].parentContextId", "activityExecutionContexts[].ownerActivityNodeId", "activityExecutionContexts[].completedAt");
        (await manager.GetAsync($"/workflow-instances/{id}/journal")).JsonOf(200)["items"]!.AsArray()[^1]!["message"]!.GetValue<string>().ShouldBe("Cancelled by Марина");
        (await manager.PostAsync($"/cancel/workflow-instances/{id}", "{}")).Status.ShouldBe(200);
        (await manager.PostAsync("/cancel/workflow-instances/nope", "{}")).Status.ShouldBe(404);
    }

    [Fact]
    [Exchange("111-wi-bulk-cancel")]
    public async Task Several_are_cancelled_by_id_by_version_or_by_definition()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting, Samples.Quick);
        using var manager = host.As(Person.Manager);
        var ids = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            ids.Add(await host.StartAsync("waiting"));
        }

        var ended = await host.StartAsync("quick");
        var version = (await manager.GetAsync($"/workflow-instances/{ids[0]}")).JsonOf(200)["definitionVersionId"]!.GetValue<string>();

        var two = await manager.PostAsync("/bulk-actions/cancel/workflow-instances/", new { ids = new[] { ids[0].ToString(), ids[1].ToString(), ended.ToString(), "nope" } });
        two.ShouldAgreeWith("111-wi-bulk-cancel");
        two.Json["cancelled"]!.GetValue<int>().ShouldBe(2);
        (await manager.PostAsync("/bulk-actions/cancel/workflow-instances", "{}")).JsonOf(200)["cancelled"]!.GetValue<int>().ShouldBe(0);
        (await manager.PostAsync("/bulk-actions/cancel/workflow-instances", """{"definitionId":"nope","versionOptions":"Published"}""")).JsonOf(200)["cancelled"]!.GetValue<int>().ShouldBe(0);
        (await manager.PostAsync("/bulk-actions/cancel/workflow-instances", """{"definitionId":"waiting","versionOptions":"Published"}""")).JsonOf(200)["cancelled"]!.GetValue<int>().ShouldBe(4);
        await host.StartAsync("waiting");
        (await manager.PostAsync("/bulk-actions/cancel/workflow-instances", new { ids = (string[]?)null, definitionVersionId = version })).JsonOf(200)["cancelled"]!.GetValue<int>().ShouldBe(1);
        await host.StartAsync("waiting");
        (await manager.PostAsync("/bulk-actions/cancel/workflow-instances", """{"definitionId":"waiting"}""")).JsonOf(200)["cancelled"]!.GetValue<int>().ShouldBe(1);
        (await manager.PostAsync("/workflow-instances", """{"statuses":["Running"]}""")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    [Exchange("113-wi-delete")]
    public async Task A_deleted_instance_leaves_nothing_but_the_record_of_who_deleted_it()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting, Samples.Faulting, Samples.Task);
        using var manager = host.As(Person.Manager);
        Guid[] ids = [await host.StartAsync("waiting", "c"), await host.StartAsync("faulting"), await host.StartAsync("task")];
        await host.Database.InTenantAsync(
            Person.Seller, scope => host.Services.GetRequiredService<IWorkflows>().SignalAsync(scope, new Stimulus("Nobody waits") { InstanceId = ids[0] }, Ct), Ct);

        foreach (var id in ids)
        {
            (await manager.DeleteAsync($"/workflow-instances/{id}")).ShouldAgreeWith("113-wi-delete");
            (await manager.GetAsync($"/workflow-instances/{id}")).Status.ShouldBe(404);
            (await manager.DeleteAsync($"/workflow-instances/{id}")).Status.ShouldBe(404);
        }

        foreach (var table in new[] { "workflow_instances", "workflow_bursts", "workflow_bookmarks", "workflow_queue", "workflow_signals", "workflow_tasks", "workflow_incidents" })
        {
            (await host.Database.InTenantAsync(Person.Seller, scope => scope.Connection.ExecuteScalarAsync<int>($"SELECT count(*) FROM agentiq.{table}"), Ct)).ShouldBe(0, table);
        }

        var actions = await host.Database.InTenantAsync(Person.Seller, scope => host.Services.GetRequiredService<IIncidents>().ActionsAsync(scope, ids[0], Ct), Ct);
        actions.Select(a => $"{a.Action} {a.Actor} {a.Detail}").ShouldBe(["cancel Марина ", "delete Марина waiting, c"]);
    }

    [Fact]
    [Exchange("114-wi-bulk-delete")]
    [Exchange("115-wi-bulk-delete-doc")]
    public async Task Several_are_deleted_at_once()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting, Samples.Quick);
        using var manager = host.As(Person.Manager);
        var body = new { ids = new[] { (await host.StartAsync("waiting")).ToString(), (await host.StartAsync("quick")).ToString(), "nope" } };
        var kept = await host.StartAsync("waiting");

        var deleted = await manager.PostAsync("/bulk-actions/delete/workflow-instances/by-id", body);
        deleted.ShouldAgreeWith("114-wi-bulk-delete");
        deleted.Json["deleted"]!.GetValue<int>().ShouldBe(2);
        var again = await manager.PostAsync("/bulk-actions/delete/workflow-instances", body);
        again.ShouldAgreeWith("115-wi-bulk-delete-doc");
        again.Json["deleted"]!.GetValue<int>().ShouldBe(0);
        (await manager.PostAsync("/bulk-actions/delete/workflow-instances/by-id", "{}")).JsonOf(200)["deleted"]!.GetValue<int>().ShouldBe(0);
        (await manager.GetAsync($"/workflow-instances/{kept}")).JsonOf(200)["status"]!.GetValue<string>().ShouldBe("Running");
    }

    [Fact]
    public async Task Another_seller_cancels_and_deletes_nothing_and_a_journal_cannot_be_removed_while_its_instance_runs()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var stranger = host.As(Person.Stranger);
        using var manager = host.As(Person.Manager);

        (await stranger.PostAsync($"/cancel/workflow-instances/{id}", "{}")).Status.ShouldBe(404);
        (await stranger.DeleteAsync($"/workflow-instances/{id}")).Status.ShouldBe(404);
        (await stranger.PostAsync("/bulk-actions/cancel/workflow-instances", new { ids = new[] { id } })).JsonOf(200)["cancelled"]!.GetValue<int>().ShouldBe(0);
        (await stranger.PostAsync("/bulk-actions/delete/workflow-instances/by-id", new { ids = new[] { id } })).JsonOf(200)["deleted"]!.GetValue<int>().ShouldBe(0);

        foreach (var tenant in new[] { Person.Seller, Person.OtherSeller })
        {
            (await host.Database.InTenantAsync(tenant, scope => scope.Connection.ExecuteScalarAsync<long>("SELECT agentiq.workflow_remove_journals(ARRAY[@id])", new { id }), Ct)).ShouldBe(0);
        }

        (await manager.GetAsync($"/workflow-instances/{id}")).JsonOf(200)["status"]!.GetValue<string>().ShouldBe("Running");
    }
}
