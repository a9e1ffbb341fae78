using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>One action on several definitions.</summary>
public sealed class BulkTests
{
    [Fact]
    [Exchange("129-wd-bulk-publish")]
    [Exchange("130-wd-bulk-retract")]
    [Exchange("133-wd-bulk-delete")]
    [Exchange("134-wd-get-latest-after-bulk-delete")]
    public async Task Publishes_takes_back_and_deletes_several()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        foreach (var id in (string[])["draft", "broken"])
        {
            await manager.SavedAsync(id == "broken" ? Broken(id) : Sample.Json(id));
        }

        await manager.SavedAsync(Sample.Text("published"), publish: true);

        var published = await manager.PostAsync("/bulk-actions/publish/workflow-definitions/by-definition-ids", new { definitionIds = (string[])["draft", "published", "broken", "nope", "draft"] });
        published.ShouldAgreeWith("129-wd-bulk-publish");
        Texts(published, "published").ShouldBe(["draft"]);
        Texts(published, "alreadyPublished").ShouldBe(["published"]);
        Texts(published, "notFound").ShouldBe(["nope"]);
        Texts(published, "failed").ShouldBe(["broken"]);
        published.Json["warnings"]!["broken"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldContain("Nope.Unknown");

        var retracted = await manager.PostAsync("/bulk-actions/retract/workflow-definitions/by-definition-ids", new { definitionIds = (string[])["draft", "broken", "nope"] });
        retracted.ShouldAgreeWith("130-wd-bulk-retract");
        Texts(retracted, "retracted").ShouldBe(["draft"]);
        Texts(retracted, "alreadyRetracted").ShouldBe(["broken"]);
        Texts(retracted, "notPublished").ShouldBe(["broken"]);
        Texts(retracted, "notFound").ShouldBe(["nope"]);

        var deleted = await manager.PostAsync("/bulk-actions/delete/workflow-definitions/by-definition-id", new { definitionIds = (string[])["draft", "broken", "nope"] });
        deleted.ShouldAgreeWith("133-wd-bulk-delete");
        deleted.Json["deleted"]!.GetValue<int>().ShouldBe(2);
        (await manager.GetAsync("/workflow-definitions/by-definition-id/draft?versionOptions=Latest")).ShouldAgreeWith("134-wd-get-latest-after-bulk-delete");
    }

    [Fact]
    public async Task Deletes_several_versions()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var first = await manager.SavedAsync(Sample.Text("versions"), publish: true);
        var second = await manager.SavedAsync(first.Described("вторая"));
        var other = await manager.SavedAsync(Sample.Text("other"));

        var deleted = await manager.PostAsync("/bulk-actions/delete/workflow-definitions/by-id", new { ids = (string[])[second.Id(), other.Id(), "nobody"] });

        deleted.ShouldAgreeWith("133-wd-bulk-delete");
        deleted.Json["deleted"]!.GetValue<int>().ShouldBe(2);
        (await manager.OpenAsync("versions")).Id().ShouldBe(first.Id(), "the next highest is the latest again");
    }

    [Theory]
    [InlineData("delete/workflow-definitions/by-definition-id")]
    [InlineData("delete/workflow-definitions/by-id")]
    [InlineData("publish/workflow-definitions/by-definition-ids")]
    [InlineData("retract/workflow-definitions/by-definition-ids")]
    public async Task Nothing_asked_is_nothing_done_and_nonsense_is_refused(string action)
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        foreach (var nothing in (string[])["{}", """{"ids":[]}""", """{"definitionIds":null}""", """{"definitionIds":[null,""]}"""])
        {
            (await manager.PostAsync($"/bulk-actions/{action}", nothing)).Status.ShouldBe(200, nothing);
        }

        foreach (var nonsense in (string[])["", "{", "null", "[]", """{"ids":5}"""])
        {
            (await manager.PostAsync($"/bulk-actions/{action}", nonsense)).Errors().ShouldHaveSingleItem().ShouldContain("definitionIds");
        }
    }

    private static JsonObject Broken(string definitionId)
    {
        var definition = Sample.Json(definitionId);
        definition["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"u1","type":"Nope.Unknown","version":1}"""));
        return definition;
    }

    private static string[] Texts(Answer answer, string list) => [.. answer.JsonOf(200)[list]!.AsArray().Select(text => text!.GetValue<string>())];
}
