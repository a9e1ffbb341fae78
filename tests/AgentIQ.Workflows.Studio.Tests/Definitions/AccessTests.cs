using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>Nobody, the wrong role and the wrong seller, on every route of definitions.</summary>
public sealed class AccessTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Route = "/workflow-definitions";

    /// <summary>Route, and what another seller gets of it: a status, or <c>empty</c> for a list.</summary>
    public static TheoryData<string, string, string> Reading => new()
    {
        { "GET", Route, "\"items\":[]" },
        { "GET", $"{Route}/query/count", "\"count\":0" },
        { "GET", $"{Route}/validation/is-name-unique?name=Пример", "true" },
        { "GET", $"{Route}/by-definition-id/mine", "404" },
        { "GET", $"{Route}/mine", "404" },
        { "GET", $"{Route}/by-id/VERSION", "404" },
        { "GET", $"{Route}/many-by-id?ids=VERSION", "\"items\":[]" },
        { "GET", $"{Route}/mine/versions", "[]" },
        { "GET", $"{Route}/mine/consumers", "[]" },
        { "GET", $"{Route}/mine/export", "404" },
        { "GET", $"{Route}/subgraph/VERSION", "404" },
        { "GET", $"{Route}/subgraph/segments/VERSION?childNodeId=Workflow1:flow:set", "404" },
        { "POST", "/bulk-actions/export/workflow-definitions", "PK" },
    };

    public static TheoryData<string, string, string> Changing => new()
    {
        { "POST", $"{Route}/mine/publish", "404" },
        { "POST", $"{Route}/mine/retract", "404" },
        { "POST", $"{Route}/mine/revert/1", "404" },
        { "DELETE", $"{Route}/mine", "404" },
        { "DELETE", $"{Route}/mine/version/1", "404" },
        { "DELETE", "/workflow-definition-versions/VERSION", "404" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-definition-id", "\"deleted\":0" },
        { "POST", "/bulk-actions/delete/workflow-definitions/by-id", "\"deleted\":0" },
        { "POST", "/bulk-actions/publish/workflow-definitions/by-definition-ids", "\"notFound\":[\"mine\"]" },
        { "POST", "/bulk-actions/retract/workflow-definitions/by-definition-ids", "\"notFound\":[\"mine\"]" },
    };

    /// <summary>They make something of the caller's own: another seller may do that, and changes nothing of ours.</summary>
    public static TheoryData<string, string> Making => new()
    {
        { "POST", Route },
        { "POST", $"{Route}/import" },
        { "PUT", $"{Route}/mine/import" },
    };

    [Fact]
    [Exchange("007-unauthorized")]
    public async Task Nobody_is_told_to_sign_in()
    {
        var host = shared.Host;
        using var nobody = host.As(null);
        (await nobody.GetAsync(Route)).ShouldAgreeWith("007-unauthorized");
    }

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Everybody_of_the_seller_reads(string method, string route, string otherSeller)
    {
        var host = shared.Host;
        var version = await MineAsync(host);
        var body = Body(route, version);
        (await SendAsync(host, null, method, route, version, body)).Status.ShouldBe(401);
        (await SendAsync(host, Person.Operator, method, route, version, body)).Status.ShouldBe(200);
        var theirs = await SendAsync(host, Person.Stranger, method, route, version, body);
        (theirs.Status == 200 ? theirs.Text : theirs.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)).ShouldContain(otherSeller);
        theirs.Text.ShouldNotContain("Проверка маршрутов");
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public async Task Only_editors_of_the_seller_change(string method, string route, string otherSeller)
    {
        var host = shared.Host;
        var version = await MineAsync(host);
        var body = Body(route, version);
        (await SendAsync(host, null, method, route, version, body)).Status.ShouldBe(401);
        (await SendAsync(host, Person.Operator, method, route, version, body)).Status.ShouldBe(403);
        var theirs = await SendAsync(host, Person.Stranger, method, route, version, body);
        (theirs.Status == 200 ? theirs.Text : theirs.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)).ShouldContain(otherSeller);
        using var manager = host.As(Person.Manager);
        (await manager.OpenAsync("mine")).Id().ShouldBe(version, "nothing happened to it");
    }

    [Theory]
    [MemberData(nameof(Making))]
    public async Task Only_editors_make_and_only_for_their_own_seller(string method, string route)
    {
        await using var host = await StudioHost.StartAsync();
        var version = await MineAsync(host);
        var text = Sample.Text("mine", "Чужой");
        var body = route == Route ? $$"""{"model":{{text}},"publish":true}""" : text;
        (await SendAsync(host, null, method, route, version, body)).Status.ShouldBe(401);
        (await SendAsync(host, Person.Operator, method, route, version, body)).Status.ShouldBe(403);
        (await SendAsync(host, Person.Stranger, method, route, version, body)).Status.ShouldBe(200);
        using var manager = host.As(Person.Manager);
        var ours = await manager.OpenAsync("mine");
        (ours.Id(), ours["name"]!.GetValue<string>()).ShouldBe((version, "Пример"));
    }

    [Fact]
    public async Task Who_may_not_edit_gets_no_link_that_would_let_them()
    {
        var host = shared.Host;
        var version = await MineAsync(host);
        using var watcher = host.As(Person.Operator);
        string[] mayNot = ["publish", "retract", "delete", "import", "execute", "dispatch", "bulk-dispatch", "create", "bulk-publish", "bulk-retract", "bulk-delete-by-id", "bulk-delete-by-definition-id"];
        var list = (await watcher.GetAsync(Route)).JsonOf(200);
        foreach (var links in new[] { list["links"]!, list["items"]![0]!["links"]!, (await watcher.OpenAsync("mine"))["links"]!, (await watcher.GetAsync($"{Route}/by-id/{version}")).Json["links"]! })
        {
            var rels = links.AsArray().Select(link => link!["rel"]!.GetValue<string>()).ToList();
            rels.ShouldContain("self");
            rels.Intersect(mayNot).ShouldBeEmpty();
        }
    }

    private static async Task<string> MineAsync(StudioHost host)
    {
        using var manager = host.As(Person.Manager);
        return (await manager.SavedAsync(Sample.Text("mine"))).Id();
    }

    private static string? Body(string route, string version) =>
        !route.StartsWith("/bulk-actions", StringComparison.Ordinal) ? null
        : route.Contains("definition-id", StringComparison.Ordinal) ? """{"definitionIds":["mine"]}"""
        : $$"""{"ids":["{{version}}"]}""";

    private static async Task<Answer> SendAsync(StudioHost host, Person? person, string method, string route, string version, string? body)
    {
        using var client = host.As(person);
        return await client.SendAsync(HttpMethod.Parse(method), route.Replace("VERSION", version, StringComparison.Ordinal), body);
    }
}
