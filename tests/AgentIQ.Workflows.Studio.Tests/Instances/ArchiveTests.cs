using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>Instances as files, and back.</summary>
public sealed class ArchiveTests
{
    private const string Import = "/bulk-actions/import/workflow-instances";

    [Fact]
    [Exchange("109-wi-export")]
    public async Task The_file_has_the_parts_of_an_Elsa_server_and_our_own()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var viewer = host.As(Person.Operator);

        var file = await viewer.GetAsync($"/workflow-instances/{id}/export?includeBookmarks=true&includeActivityExecutionLog=true&includeWorkflowExecutionLog=true");

        file.ShouldAgreeWith(
            "109-wi-export", "$.AgentIQ", "bookmarks.$values[].callbackMethodName", "Records[].activityName", "Records[].activityState", "Records[].outputs", "Records[].payload",
            "Records[].schedulingActivityExecutionId", "Records[].schedulingActivityId", "Records[].parentActivityInstanceId");
        file.Headers["Content-Disposition"].ShouldContain($"attachment; filename=workflow-instance-{id}.json");
        var small = await viewer.GetAsync($"/workflow-instances/{id}/export?includeBookmarks=False&includeActivityExecutionLog=False&includeWorkflowExecutionLog=False");
        small.JsonOf(200).AsObject().Select(p => p.Key).ShouldBe(["WorkflowState", "AgentIQ"]);
        (await viewer.GetAsync("/workflow-instances/nope/export")).Status.ShouldBe(404);
        using var stranger = host.As(Person.Stranger);
        (await stranger.GetAsync($"/workflow-instances/{id}/export")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_finished_instance_comes_back_as_it_was()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick);
        var id = await host.StartAsync("quick");
        using var manager = host.As(Person.Manager);
        string[] routes = ["", "/journal", "/variables", "/execution-state"];
        var before = await Task.WhenAll(routes.Select(r => manager.GetAsync($"/workflow-instances/{id}{r}")));
        var file = await manager.GetAsync($"/workflow-instances/{id}/export");
        (await manager.DeleteAsync($"/workflow-instances/{id}")).Status.ShouldBe(204);

        (await manager.PostAsync(Import, Form(("a.json", file.Bytes)))).JsonOf(200)["count"]!.GetValue<int>().ShouldBe(1);

        for (var i = 0; i < routes.Length; i++)
        {
            (await manager.GetAsync($"/workflow-instances/{id}{routes[i]}")).Text.ShouldBe(before[i].Text, routes[i]);
        }
    }

    [Fact]
    public async Task Instances_that_ran_come_back_from_a_zip_as_cancelled_and_nothing_wakes_them()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting, Samples.Faulting);
        Guid[] ids = [await host.StartAsync("waiting"), await host.StartAsync("faulting")];
        using var manager = host.As(Person.Manager);
        var zip = await manager.PostAsync("/bulk-actions/export/workflow-instances", new { ids = ids.Select(i => i.ToString()).Append("nope") });
        zip.Headers["Content-Type"].ShouldBe("application/zip");
        using (var content = new ZipArchive(new MemoryStream(zip.Bytes)))
        {
            content.Entries.Select(e => e.Name).ShouldBe(ids.Select(i => $"workflow-instance-{i}.json"));
        }

        (await manager.PostAsync("/bulk-actions/delete/workflow-instances/by-id", new { ids })).JsonOf(200)["deleted"]!.GetValue<int>().ShouldBe(2);

        (await manager.PostAsync(Import, Form(("all.zip", zip.Bytes)))).JsonOf(200)["count"]!.GetValue<int>().ShouldBe(2);

        foreach (var id in ids)
        {
            var back = (await manager.GetAsync($"/workflow-instances/{id}")).JsonOf(200);
            (back["subStatus"]!.GetValue<string>(), back["incidentCount"]!.GetValue<int>()).ShouldBe(("Cancelled", 0));
            back["workflowState"]!["bookmarks"]!.AsArray().ShouldBeEmpty();
        }

        (await manager.PostAsync("/events/Go/trigger", "{}")).Status.ShouldBe(200);
        var marker = await host.StartAsync("waiting");
        (await manager.PostAsync("/events/Go/trigger", new { workflowInstanceId = marker })).Status.ShouldBe(200);
        await host.EndAsync(marker);
        (await manager.GetAsync($"/workflow-instances/{ids[0]}")).JsonOf(200)["subStatus"]!.GetValue<string>().ShouldBe("Cancelled");
        (await manager.GetAsync($"/workflow-instances/{ids[0]}/journal")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(8);
    }

    [Fact]
    public async Task What_is_no_file_of_ours_is_refused_as_a_whole()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick);
        var id = await host.StartAsync("quick");
        using var manager = host.As(Person.Manager);
        using var stranger = host.As(Person.Stranger);
        var file = (await manager.GetAsync($"/workflow-instances/{id}/export")).Bytes;

        (await Refused(manager, ("a.json", file))).ShouldContain("is here already");
        (await Refused(stranger, ("a.json", file))).ShouldContain("which is not here");
        (await manager.DeleteAsync($"/workflow-instances/{id}")).Status.ShouldBe(204);
        (await Refused(manager, ("a.json", "{}"u8.ToArray()))).ShouldContain("'a.json'");
        (await Refused(manager, ("a.json", "["u8.ToArray()))).ShouldContain("'a.json'");
        (await Refused(manager, ("a.zip", file))).ShouldContain("'a.zip'");
        (await Refused(manager, ("a.json", Changed(file, a => a["Format"] = 2)))).ShouldContain("format");
        (await Refused(manager, ("a.json", Changed(file, a => a["format"] = 2)))).ShouldContain("format");
        (await Refused(manager, ("a.json", Changed(file, a => a["state"] = "{}")))).ShouldContain("damaged");
        (await Refused(manager, ("a.json", Changed(file, a => a["bursts"]![0]!["journal"] = """["2026-01-01T00:00:00Z","x"]""")))).ShouldContain("damaged");
        (await Refused(manager, ("a.json", file), ("b.json", "{}"u8.ToArray()))).ShouldContain("'b.json'");
        (await manager.PostAsync(Import, "{}")).Status.ShouldBe(400);
        (await manager.PostAsync(Import, body: null)).Status.ShouldBe(400);
        (await manager.GetAsync("/workflow-instances")).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    private static async Task<string> Refused(StudioClient client, params (string Name, byte[] Content)[] files) =>
        (await client.PostAsync(Import, Form(files))).JsonOf(400)["message"]!.GetValue<string>();

    private static byte[] Changed(byte[] file, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(file)!.AsObject();
        change(json["AgentIQ"]!.AsObject());
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return form;
    }
}
