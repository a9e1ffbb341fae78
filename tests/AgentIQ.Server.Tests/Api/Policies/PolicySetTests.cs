using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Tests.Api.Workflows;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>The list, one set, the catalogue and the schema.</summary>
public sealed class PolicySetTests
{
    [Fact]
    public async Task Every_shipped_set_is_listed_as_it_stands()
    {
        await using var desk = await Desk.StartAsync();
        using var analyst = await desk.SignInAsync(TeamRole.Analyst);

        var sets = (await analyst.JsonAsync("/api/policies")).EnumerateArray().ToList();

        sets.Select(set => set.Text("name")).ShouldBeSubsetOf([.. Directory.EnumerateFiles(Repository.File("rules"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!)]);
        sets.Count.ShouldBeGreaterThanOrEqualTo(5);
        sets[0].Members().ShouldBe(
        [
            "name", "title", "description", "active", "newestPlatform", "basedOn", "platformIsNewer", "drafts", "shadow", "scheduled", "findings", "rows", "examples",
            "decisionsLastWeek", "canManage",
        ]);
        sets.ShouldAllBe(set => set.GetProperty("active").Text("label") == "platform-1" && !set.GetProperty("canManage").GetBoolean());
        sets.ShouldAllBe(set => set.GetProperty("findings").GetProperty("errors").GetInt32() == 0 && set.GetProperty("rows").GetInt32() > 0);
    }

    [Fact]
    public async Task A_set_of_the_sellers_own_says_where_it_came_from_and_what_is_planned()
    {
        await using var desk = await Desk.StartAsync();
        using var owner = await desk.SignInAsync(TeamRole.Owner);
        await owner.PublishAsync(await owner.SaveAsync(Deadlines.Of(7)));
        await owner.SaveAsync(Deadlines.Of(8));
        var planned = await owner.SaveAsync(Deadlines.Of(9));
        await owner.AskAsync($"{Deadlines.Set}/versions/{planned}/publication", new { state = "active", effectiveFrom = desk.Time.GetUtcNow().AddDays(2) });

        var sla = (await owner.JsonAsync("/api/policies")).EnumerateArray().Single(set => set.Text("name") == "sla");

        (sla.GetProperty("active").Text("label"), sla.Text("basedOn"), sla.GetProperty("platformIsNewer").GetBoolean()).ShouldBe(("seller-1", "platform-1", false));
        (sla.GetProperty("drafts").GetInt32(), sla.GetProperty("scheduled").Text("label"), sla.GetProperty("scheduled").Text("state")).ShouldBe((1, "seller-3", "scheduled"));
        (sla.Text("title"), sla.GetProperty("rows").GetInt32(), sla.GetProperty("examples").GetInt32()).ShouldBe(("Сроки", 1, 1));
        sla.GetProperty("canManage").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_editor_opens_the_newest_draft()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(7)));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await manager.SaveAsync(Deadlines.Of(8), "Проба");

        var set = await manager.JsonAsync(Deadlines.Set);

        set.Members().ShouldBe(["name", "title", "canManage", "active", "newest", "versions", "outputs", "document", "documentVersion", "lockedTables"]);
        (set.Text("documentVersion"), set.Text("document")).ShouldBe(("seller-2", Deadlines.Of(8)));
        set.List("versions").Select(version => $"{version.Text("label")} {version.Text("state")}").ShouldBe(["seller-2 draft", "seller-1 active", "platform-1 active"]);
        set.List("versions").Single(version => version.GetProperty("inForce").GetBoolean()).Text("label").ShouldBe("seller-1");
        var newest = set.GetProperty("newest");
        newest.Members().ShouldBe(["label", "origin", "number", "state", "effectiveFrom", "effectiveTo", "author", "note", "createdAt", "hash", "inForce"]);
        (newest.Text("origin"), newest.Text("note"), newest.GetProperty("author").Text("name")).ShouldBe(("seller", "Проба", "Manager"));
        set.List("outputs")[0].Members().ShouldContain("merge");
        (set.List("outputs")[0].Text("title"), set.List("outputs")[0].Text("unit")).ShouldBe(("первый ответ", "мин"));
    }

    [Fact]
    public async Task The_catalogue_says_what_can_be_asked_in_the_readers_language()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Operator);

        var russian = await person.JsonAsync("/api/policies/catalogue");
        var english = await Browser.ReadAsync(await person.GetAsync("/api/policies/catalogue", ("Accept-Language", "en")));

        var rating = russian.List("fields").Single(field => field.Text("name") == "rating");
        rating.Members().ShouldBe(["name", "type", "title", "description", "unit", "nullable", "personalData", "min", "max", "values"]);
        (rating.Text("type"), rating.GetProperty("min").GetInt32(), rating.GetProperty("max").GetInt32(), rating.GetProperty("nullable").GetBoolean()).ShouldBe(("int", 1, 5, true));
        english.List("fields").Single(field => field.Text("name") == "rating").Text("description").ShouldNotBe(rating.Text("description"));
        russian.GetProperty("operators").List("set").Select(word => word.GetString()).ShouldBe(["has", "hasAny", "hasAll", "hasNone", "isKnown"]);
        russian.List("fields").Single(field => field.Text("name") == "channel").List("values").Select(value => value.Text("value")).ShouldContain("review");
    }

    [Fact]
    public async Task The_schema_is_published()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Analyst);

        var response = await person.GetAsync("/api/policies/schema");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/schema+json");
        (await Browser.ReadAsync(response)).GetProperty("properties").Members().ShouldContain("hitPolicy");
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        foreach (var path in (string[])["", "/versions/platform-1", "/comparison", "/shadow"])
        {
            await (await manager.GetAsync("/api/policies/none" + path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        await (await manager.PostAsync("/api/policies/none/versions", new { document = Deadlines.Of(7) })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await manager.GetAsync($"{Deadlines.Set}/versions/seller-9")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await manager.GetAsync($"{Deadlines.Set}/versions/newest")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "bad_version");
    }
}
