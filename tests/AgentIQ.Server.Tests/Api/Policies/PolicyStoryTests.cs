using System.Text.Json;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>What policies are for: a manager changes a deadline without a release, and the next customer is answered by it.</summary>
public sealed class PolicyStoryTests
{
    [Fact]
    public async Task A_manager_changes_a_deadline_and_the_next_decision_names_the_new_version()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var before = await desk.ReceiveAsync(manager, "first");
        before.Deadline().Text("version").ShouldBe("platform-1");
        before.Deadline().Text("title").ShouldNotBe("sla");

        var opened = await manager.JsonAsync(Deadlines.Set);
        opened.Text("documentVersion").ShouldBe("platform-1");
        var changed = Deadlines.WithRow(opened.Text("document"), before.Deadline().List("rows")[0].Text("id"), 7);
        var label = await manager.SaveAsync(changed, "Быстрее отвечаем на плохие отзывы");
        (await desk.ReceiveAsync(manager, "second")).Deadline().Text("version").ShouldBe("platform-1");
        var published = await manager.PublishAsync(label);

        (label, published.Text("state"), published.GetProperty("inForce").GetBoolean()).ShouldBe(("seller-1", "active", true));
        var after = await desk.ReceiveAsync(manager, "third");
        after.Deadline().Text("version").ShouldBe("seller-1");
        after.Deadline().GetProperty("outputs").GetProperty("first_response_minutes").GetInt32().ShouldBe(7);
        after.GetProperty("firstResponseDue").GetDateTimeOffset().ShouldBeLessThan(before.GetProperty("firstResponseDue").GetDateTimeOffset());

        var explained = await manager.JsonAsync($"/api/interactions/{after.Text("id")}/decisions/{after.Deadline().Text("id")}/explanation");
        (explained.Text("version"), explained.GetProperty("exact").GetBoolean()).ShouldBe(("seller-1", true));
        explained.List("outputs").Single(output => output.Text("output") == "first_response_minutes").Text("value").ShouldContain("7");
    }

    [Fact]
    public async Task Another_seller_keeps_the_platforms()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        var label = await manager.SaveAsync(Deadlines.Of(7));
        await manager.PublishAsync(label);

        (await manager.JsonAsync(Deadlines.Set)).GetProperty("active").Text("label").ShouldBe("seller-1");
        var theirs = await stranger.JsonAsync(Deadlines.Set);
        theirs.GetProperty("active").Text("label").ShouldBe("platform-1");
        theirs.List("versions").Select(version => version.Text("label")).ShouldBe(["platform-1"]);
        await (await stranger.GetAsync($"{Deadlines.Set}/versions/seller-1")).ShouldBeProblemAsync(System.Net.HttpStatusCode.NotFound, "not_found");
        await (await stranger.GetAsync($"{Deadlines.Set}/comparison?from=platform-1&to=seller-1")).ShouldBeProblemAsync(System.Net.HttpStatusCode.NotFound, "not_found");
        await (await stranger.PostAsync($"{Deadlines.Set}/versions/seller-1/publication", new { state = "retired" })).ShouldBeProblemAsync(System.Net.HttpStatusCode.NotFound, "not_found");
        (await manager.AskAsync($"{Deadlines.Set}/evaluation", new { facts = new { channel = "review", rating = 1 } })).Text("version").ShouldBe("seller-1");
        (await stranger.AskAsync($"{Deadlines.Set}/evaluation", new { facts = new Dictionary<string, JsonElement>() })).Text("version").ShouldBe("platform-1");
    }
}
