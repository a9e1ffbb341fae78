using System.Net;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>Saving, publishing, planning and taking back.</summary>
public sealed class PolicyVersionTests
{
    [Fact]
    public async Task A_text_is_kept_as_it_is()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var document = Deadlines.Of(7) + "\n\n";

        var response = await manager.PostAsync($"{Deadlines.Set}/versions", new { document });

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.Location!.ToString().ShouldBe($"{Deadlines.Set}/versions/seller-1");
        var saved = await Browser.ReadAsync(response);
        (saved.GetProperty("version").Text("state"), saved.GetProperty("check").GetProperty("canPublish").GetBoolean()).ShouldBe(("draft", true));
        (await manager.JsonAsync($"{Deadlines.Set}/versions/seller-1")).Text("document").ShouldBe(document);
    }

    [Fact]
    public async Task A_draft_with_a_failing_example_is_saved_but_not_published()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var label = await manager.SaveAsync(Deadlines.Of(7, expected: 30));

        foreach (var state in (string[])["active", "shadow"])
        {
            var problem = await (await manager.PostAsync($"{Deadlines.Set}/versions/{label}/publication", new { state })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_refused");
            problem.List("findings").Single().Text("kind").ShouldBe("failed_example");
        }

        (await manager.JsonAsync(Deadlines.Set)).GetProperty("active").Text("label").ShouldBe("platform-1");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"name": "sla"}""")]
    public async Task What_cannot_be_read_is_not_saved(string document)
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        var problem = await (await manager.PostAsync($"{Deadlines.Set}/versions", new { document })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable");

        problem.List("findings").ShouldNotBeEmpty();
        problem.List("findings").ShouldAllBe(finding => finding.Text("severity") == "error" && finding.Text("path").StartsWith('$'));
        (await manager.JsonAsync(Deadlines.Set)).List("versions").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_text_of_another_set_is_not_saved_here()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        var problem = await (await manager.PostAsync("/api/policies/priority/versions", new { document = Deadlines.Of(7) })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable");

        problem.List("findings")[0].Text("path").ShouldBe("$.name");
    }

    [Fact]
    public async Task A_text_may_take_one_megabyte()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var document = Deadlines.Of(7) + new string(' ', 1024 * 1024);

        foreach (var path in (string[])["versions", "check", "comparison", "evaluation", "conversion", "backtests"])
        {
            await (await manager.PostAsync($"{Deadlines.Set}/{path}", new
            {
                document, facts = new { }, table = "deadlines", row = "bad-review", to = path is "conversion" ? "cells" : desk.Time.GetUtcNow().ToString("O"), from = path is "comparison" ? null : desk.Time.GetUtcNow().AddDays(-1).ToString("O"),
            })).ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "policy_too_large");
        }
    }

    [Fact]
    public async Task A_version_comes_into_force_when_its_time_has_come_and_leaves_when_it_has_passed()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var now = desk.Time.GetUtcNow();
        var label = await manager.SaveAsync(Deadlines.Of(7));

        var planned = await manager.AskAsync(
            $"{Deadlines.Set}/versions/{label}/publication", new { state = "active", effectiveFrom = now.AddHours(1), effectiveTo = now.AddHours(3), note = "На время распродажи" });

        (planned.Text("state"), planned.GetProperty("inForce").GetBoolean()).ShouldBe(("scheduled", false));
        (await StateAsync(manager)).ShouldBe("platform-1 scheduled");
        desk.Time.Advance(TimeSpan.FromHours(2));
        (await StateAsync(manager)).ShouldBe("seller-1 active");
        desk.Time.Advance(TimeSpan.FromHours(2));
        (await StateAsync(manager)).ShouldBe("platform-1 retired");

        static async Task<string> StateAsync(Browser person)
        {
            var set = await person.JsonAsync(Deadlines.Set);
            return $"{set.GetProperty("active").Text("label")} {set.List("versions")[0].Text("state")}";
        }
    }

    [Fact]
    public async Task Whoever_publishes_over_somebody_elses_change_is_told()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var owner = await desk.SignInAsync(TeamRole.Owner);
        var mine = await manager.SaveAsync(Deadlines.Of(7));
        await owner.PublishAsync(await owner.SaveAsync(Deadlines.Of(8)));

        await (await manager.PostAsync($"{Deadlines.Set}/versions/{mine}/publication", new { state = "active", seenActive = "platform-1" })).ShouldBeProblemAsync(HttpStatusCode.Conflict, "policy_changed");
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        (await manager.AskAsync($"{Deadlines.Set}/versions/{mine}/publication", new { state = "active", seenActive = "seller-2" })).GetProperty("inForce").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_platforms_comes_back_when_the_seller_wants_it()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(7)));

        var active = await manager.AskAsync($"{Deadlines.Set}/platform", new { note = "Как было" });

        active.Text("label").ShouldBe("platform-1");
        (await manager.JsonAsync(Deadlines.Set)).List("versions").Select(version => version.Text("state")).ShouldBe(["retired", "active"]);
        (await manager.AskAsync($"{Deadlines.Set}/evaluation", new { facts = new { channel = "review" } })).Text("version").ShouldBe("platform-1");
    }

    [Fact]
    public async Task An_older_version_is_brought_back_by_publishing_it_again()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var first = await manager.SaveAsync(Deadlines.Of(7));
        await manager.PublishAsync(first);
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(8)));
        desk.Time.Advance(TimeSpan.FromMinutes(1));

        (await manager.PublishAsync(first)).GetProperty("inForce").GetBoolean().ShouldBeTrue();

        (await manager.AskAsync($"{Deadlines.Set}/evaluation", new { facts = new { channel = "review", rating = 1 } })).Text("version").ShouldBe("seller-1");
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var label = await manager.SaveAsync(Deadlines.Of(7));
        var path = $"{Deadlines.Set}/versions/{label}/publication";

        await (await manager.PostAsync(path, new { state = "active", effectiveTo = desk.Time.GetUtcNow().AddDays(-1) })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "bad_period");
        await (await manager.PostAsync(path, new { state = "active", note = new string('я', 1001) })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "note_too_long");
        await (await manager.PostAsync(path, new { state = "somehow" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "bad_request");
        await (await manager.PostAsync($"{Deadlines.Set}/versions/platform-1/publication", new { state = "active" })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "bad_publication");
        await (await manager.PostAsync($"{Deadlines.Set}/versions/newest/publication", new { state = "active" })).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "bad_version");
    }
}
