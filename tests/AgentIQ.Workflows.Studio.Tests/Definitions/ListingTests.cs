using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>Lists, and what the list's dialogs ask.</summary>
public sealed class ListingTests
{
    [Fact]
    [Exchange("054-wd-list")]
    [Exchange("055-wd-list-search")]
    [Exchange("057-wd-list-all")]
    [Exchange("058-wd-count")]
    public async Task Lists_pages_searches_and_counts()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var alpha = await manager.SavedAsync(Sample.Text("alpha", "Альфа"), publish: true);
        var draft = await manager.SavedAsync(alpha.Described("новее"));
        var beta = await manager.SavedAsync(Sample.Text("beta", "Бета"));

        var page = await manager.GetAsync("/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm=&IsSystem=False&OrderBy=Name&OrderDirection=Ascending");
        page.ShouldAgreeWith("054-wd-list");
        Ids(page).ShouldBe([draft.Id(), beta.Id()]);
        var search = await manager.GetAsync("/workflow-definitions?versionOptions=Latest&searchTerm=бЕт");
        search.ShouldAgreeWith("055-wd-list-search");
        Ids(search).ShouldBe([beta.Id()]);
        var all = await manager.GetAsync("/workflow-definitions");
        all.ShouldAgreeWith("057-wd-list-all");
        Ids(all).ShouldBe([draft.Id(), alpha.Id(), beta.Id()]);

        var count = await manager.GetAsync("/workflow-definitions/query/count");
        count.ShouldAgreeWith("058-wd-count");
        count.Json["count"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Understands_every_way_in_which_the_designer_asks()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var alpha = await manager.SavedAsync(Sample.Text("alpha", "Альфа"), publish: true);
        var draft = await manager.SavedAsync(alpha.Described("новее"));
        var beta = await manager.SavedAsync(Sample.Text("beta", "Бета"));
        var gamma = await manager.SavedAsync(Sample.Text("gamma", "Гамма"));

        foreach (var (query, expected) in ((string, string[])[])
        [
            ("versionOptions=Published", [alpha.Id()]),
            ("versionOptions=Published&DefinitionIds=beta&DefinitionIds=gamma", []),
            ($"versionOptions=&Ids={alpha.Id()}&Ids={gamma.Id()}", [alpha.Id(), gamma.Id()]),
            ($"versionOptions=&ids={alpha.Id()}&IDS=nobody", [alpha.Id()]),
            ("versionOptions=LatestOrPublished", [draft.Id(), alpha.Id(), beta.Id(), gamma.Id()]),
            ("versionOptions=AllVersions&Page=0&PageSize=10&DefinitionIds=alpha&OrderBy=Version&OrderDirection=Descending", [draft.Id(), alpha.Id()]),
            ("versionOptions=Latest&Page=1&PageSize=2", [gamma.Id()]),
            ("versionOptions=Latest&Page=2&PageSize=2", []),
            ("versionOptions=Latest&PageSize=0", []),
            ("versionOptions=Latest&Page=2147483647&PageSize=2147483647", []),
            ("versionOptions=Latest&OrderBy=Name", [gamma.Id(), beta.Id(), draft.Id()]),
            ("versionOptions=Latest&OrderDirection=Descending", [gamma.Id(), beta.Id(), draft.Id()]),
            ("versionOptions=Latest&IsSystem=True", []),
            ("versionOptions=Latest&SearchTerm=nobody", []),
            ("versionOptions=Latest&SearchTerm=bet%00a", [beta.Id()]),
        ])
        {
            Ids(await manager.GetAsync($"/workflow-definitions?{query}")).ShouldBe(expected, query);
        }

        (await manager.GetAsync("/workflow-definitions?versionOptions=Latest&Page=1&PageSize=2")).Json["totalCount"]!.GetValue<int>().ShouldBe(3);
    }

    [Theory]
    [InlineData("versionOptions=newest", "versionOptions")]
    [InlineData("page=first&pageSize=10", "page")]
    [InlineData("pageSize=-1", "page")]
    public async Task Says_what_it_does_not_understand(string query, string what)
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        (await manager.GetAsync($"/workflow-definitions?{query}")).Errors().ShouldHaveSingleItem().ShouldStartWith(what);
    }

    /// <summary>An Elsa server refuses a GET that names a content type and has no body. The list is fatal for the page when it fails, so ours answers it.</summary>
    [Fact]
    [Exchange("056-get-with-json-content-type-no-body")]
    public async Task A_content_type_on_a_get_does_not_matter()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        (await manager.SendAsync(HttpMethod.Get, "/workflow-definitions", new StringContent(string.Empty, System.Text.Encoding.UTF8, "application/json"))).ShouldAgreeWith("057-wd-list-all");
    }

    [Fact]
    [Exchange("059-wd-name-unique-false")]
    [Exchange("060-wd-name-unique-self")]
    [Exchange("061-wd-name-unique-true")]
    public async Task Says_whether_a_name_is_free()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        await manager.SavedAsync(Sample.Text("named", "Жизнь обращения"));

        foreach (var (exchange, query, isUnique) in ((string, string, bool)[])
        [
            ("059-wd-name-unique-false", "name=Жизнь%20обращения", false),
            ("060-wd-name-unique-self", "name=Жизнь%20обращения&definitionId=named", true),
            ("061-wd-name-unique-true", "name=Nobody", true),
            ("061-wd-name-unique-true", "name=", true),
            ("061-wd-name-unique-true", string.Empty, true),
        ])
        {
            var answer = await manager.GetAsync($"/workflow-definitions/validation/is-name-unique?{query}");
            answer.ShouldAgreeWith(exchange);
            answer.Json["isUnique"]!.GetValue<bool>().ShouldBe(isUnique, query);
        }

        using var stranger = host.As(Person.Stranger);
        (await stranger.GetAsync("/workflow-definitions/validation/is-name-unique?name=Жизнь%20обращения")).Json["isUnique"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Of_nothing_it_lists_nothing()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var list = (await manager.GetAsync("/workflow-definitions?versionOptions=Latest&Page=0&PageSize=10")).JsonOf(200);
        list["items"]!.AsArray().ShouldBeEmpty();
        list["totalCount"]!.GetValue<int>().ShouldBe(0);
        list["links"]!.AsArray().Select(link => link!["rel"]!.GetValue<string>()).ShouldContain("bulk-publish");
    }

    private static string[] Ids(Answer answer) => [.. answer.JsonOf(200)["items"]!.AsArray().Select(item => ((JsonNode)item!).Id())];
}
