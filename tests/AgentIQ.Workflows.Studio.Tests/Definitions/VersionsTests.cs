using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>The version history: looking back, going back, deleting.</summary>
public sealed class VersionsTests
{
    [Fact]
    [Exchange("048-wd-versions")]
    [Exchange("050-wd-many-by-id")]
    [Exchange("070-wd-revert")]
    [Exchange("071-wd-delete-version")]
    [Exchange("131-wd-delete")]
    [Exchange("132-wd-delete-missing")]
    public async Task Looks_back_goes_back_and_deletes()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var first = await manager.SavedAsync(Sample.Text("history"), publish: true);
        var second = await manager.SavedAsync(first.Described("вторая"));

        var versions = await manager.GetAsync("/workflow-definitions/history/versions");
        versions.ShouldAgreeWith("048-wd-versions", ".variables[].value", ".variables[].isArray");
        versions.Json.AsArray().Select(version => version!.Id()).ShouldBe([second.Id(), first.Id()]);
        (await manager.GetAsync("/workflow-definitions/nobody/versions")).JsonOf(200).AsArray().ShouldBeEmpty();

        var many = await manager.GetAsync($"/workflow-definitions/many-by-id?ids={first.Id()}&ids={second.Id()}&ids=nobody");
        many.ShouldAgreeWith("050-wd-many-by-id", Sample.Content);
        many.Json["count"]!.GetValue<int>().ShouldBe(2);
        (await manager.GetAsync("/workflow-definitions/many-by-id")).JsonOf(200)["items"]!.AsArray().ShouldBeEmpty();

        var reverted = await manager.PostAsync("/workflow-definitions/history/revert/1", body: null);
        reverted.ShouldAgreeWith("070-wd-revert");
        reverted.Json["version"]!.GetValue<int>().ShouldBe(3);
        (await manager.OpenAsync("history"))["description"]!.GetValue<string>().ShouldBe("Проверка маршрутов");
        (await manager.PostAsync("/workflow-definitions/history/revert/1", body: null)).JsonOf(201).Id().ShouldBe(reverted.Json.Id(), "the answer was lost, not the copy");
        (await manager.PostAsync("/workflow-definitions/history/revert/9", body: null)).Status.ShouldBe(404);

        (await manager.DeleteAsync("/workflow-definitions/history/version/3")).ShouldAgreeWith("071-wd-delete-version");
        (await manager.OpenAsync("history")).Id().ShouldBe(second.Id());
        (await manager.DeleteAsync("/workflow-definitions/history/version/3")).Status.ShouldBe(404);
        (await manager.DeleteAsync($"/workflow-definition-versions/{second.Id()}")).Status.ShouldBe(200);
        (await manager.DeleteAsync($"/workflow-definition-versions/{second.Id()}")).Status.ShouldBe(404);

        (await manager.DeleteAsync("/workflow-definitions/history")).ShouldAgreeWith("131-wd-delete");
        (await manager.DeleteAsync("/workflow-definitions/history")).ShouldAgreeWith("132-wd-delete-missing");
    }

    [Fact]
    public async Task A_deleted_version_that_instances_ran_on_can_still_be_opened_and_only_read()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var ran = await manager.SavedAsync(Sample.Text("ran"), publish: true);
        await host.Database.InTenantAsync(Person.Seller, scope => host.Services.GetRequiredService<IWorkflows>().StartAsync(scope, new StartWorkflow("ran"), default), default);

        (await manager.DeleteAsync("/workflow-definitions/ran")).Status.ShouldBe(204);

        (await manager.GetAsync("/workflow-definitions/by-definition-id/ran")).Status.ShouldBe(404);
        (await manager.GetAsync("/workflow-definitions?versionOptions=")).JsonOf(200)["items"]!.AsArray().ShouldBeEmpty();
        var tombstone = (await manager.GetAsync($"/workflow-definitions/by-id/{ran.Id()}")).JsonOf(200);
        tombstone["isReadonly"]!.GetValue<bool>().ShouldBeTrue();
        tombstone["links"]!.AsArray().Select(link => link!["rel"]!.GetValue<string>()).ShouldNotContain("publish");
        (await manager.GetAsync($"/workflow-definitions?versionOptions=&Ids={ran.Id()}")).JsonOf(200)["items"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    [Exchange("062-wd-consumers")]
    [Exchange("064-wd-references-404")]
    public async Task Tells_which_definitions_use_this_one()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        await manager.SavedAsync(Sample.Text("used"), publish: true);
        await manager.SavedAsync("""
            {"definitionId":"dispatches","root":{"id":"d","type":"Elsa.DispatchWorkflow","version":1,"workflowDefinitionId":{"typeName":"String","expression":{"type":"Literal","value":"used"}}}}
            """);
        await manager.SavedAsync("""{"definitionId":"mentions","description":"used","root":{"id":"used","type":"Elsa.Flowchart","version":1}}""");

        var answer = await manager.GetAsync("/workflow-definitions/used/consumers");
        answer.ShouldAgreeWith("062-wd-consumers");
        answer.Json["consumingWorkflowDefinitionIds"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("dispatches");
        (await manager.GetAsync("/workflow-definitions/used/references")).ShouldAgreeWith("064-wd-references-404");
        (await manager.GetAsync("/workflow-definitions/nobody/consumers")).JsonOf(200)["consumingWorkflowDefinitionIds"]!.AsArray().ShouldBeEmpty();
    }
}
