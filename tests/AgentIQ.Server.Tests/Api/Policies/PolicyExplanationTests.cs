using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Tests.Api.Workflows;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>Why a set decides as it does, about facts typed by hand and about what was decided.</summary>
public sealed class PolicyExplanationTests
{
    [Fact]
    public async Task Facts_typed_by_hand_are_decided_and_explained()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Analyst);

        var miss = await EvaluateAsync(person, new { document = Deadlines.Of(7), facts = new { channel = "review", rating = 4 } });
        var hit = await EvaluateAsync(person, new { document = Deadlines.Of(7), facts = new { channel = "review", rating = 2 } });
        var unknown = await EvaluateAsync(person, new { document = Deadlines.Of(7), facts = new { channel = "review", rating = (int?)null } });

        miss.Members().ShouldBe(["set", "title", "version", "exact", "inexactBecause", "outputs", "tables"]);
        (miss.Text("set"), miss.Text("title"), miss.Text("version"), miss.GetProperty("exact").GetBoolean()).ShouldBe(("sla", "Сроки", "file", true));
        miss.List("outputs")[0].Text("title").ShouldBe("первый ответ");
        miss.List("outputs")[0].Text("value").ShouldBe("4 ч");
        var table = miss.List("tables").Single();
        (table.Text("name"), table.Text("title"), table.Text("hitPolicy")).ShouldBe(("deadlines", "Сроки по обращениям", "first"));
        var row = table.List("rows").Single();
        row.Members().ShouldBe(["id", "description", "sentence", "outcome", "conditions"]);
        (row.Text("id"), row.Text("outcome")).ShouldBe(("bad-review", "nearMiss"));
        row.List("conditions")[1].Members().ShouldBe(["kind", "text", "truth", "actual", "places", "parts"]);
        row.List("conditions").Select(condition => $"{condition.Text("kind")} {condition.Text("truth")}").ShouldBe(["question true", "question false"]);
        row.List("conditions")[1].Text("actual").ShouldContain("4");

        Outcome(hit).ShouldBe("decided");
        hit.List("outputs")[0].Text("value").ShouldContain("7");
        unknown.List("tables")[0].List("rows")[0].List("conditions")[1].Text("truth").ShouldBe("unknown");

        static string Outcome(System.Text.Json.JsonElement explanation) => explanation.List("tables")[0].List("rows")[0].Text("outcome");
    }

    [Fact]
    public async Task Facts_that_make_no_sense_are_refused()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Analyst);

        var facts = await (await person.PostAsync($"{Deadlines.Set}/evaluation", new { facts = new { rating = 9, colour = "red" } })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "facts_unreadable");
        facts.List("findings").Select(finding => finding.Text("path")).ShouldBe(["$.rating", "$.colour"]);
        await (await person.PostAsync($"{Deadlines.Set}/evaluation", new { document = "no", facts = new { } })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable");
    }

    [Fact]
    public async Task A_recorded_decision_is_explained_by_the_version_and_the_facts_of_then()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(7)));
        var interaction = await desk.ReceiveAsync(manager, "first");
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(90)));

        var explained = await manager.JsonAsync(PathOf(interaction));

        (explained.Text("version"), explained.GetProperty("exact").GetBoolean()).ShouldBe(("seller-1", true));
        explained.List("tables")[0].List("rows")[0].Text("outcome").ShouldBe("decided");
        explained.List("outputs")[0].Text("value").ShouldContain("7");
    }

    [Fact]
    public async Task What_cannot_be_had_exactly_is_shown_as_near_as_it_can_be_and_says_so()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(7)));
        var interaction = await desk.ReceiveAsync(manager, "first");
        await desk.OwnerAsync("UPDATE rule_decisions SET version = 'seller-9' WHERE set_name = 'sla'");

        var explained = await manager.JsonAsync(PathOf(interaction));

        explained.GetProperty("exact").GetBoolean().ShouldBeFalse();
        explained.Text("inexactBecause").ShouldContain("Версию");
        explained.Text("version").ShouldBe("seller-1");
        explained.List("tables")[0].List("rows")[0].Text("outcome").ShouldBe("decided");
    }

    [Fact]
    public async Task A_decision_of_another_interaction_or_another_seller_is_not_found()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        var first = await desk.ReceiveAsync(manager, "first");
        var second = await desk.ReceiveAsync(manager, "second");

        await (await stranger.GetAsync(PathOf(first))).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await manager.GetAsync($"/api/interactions/{second.Text("id")}/decisions/{first.Deadline().Text("id")}/explanation")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        (await manager.GetAsync(PathOf(second))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static Task<System.Text.Json.JsonElement> EvaluateAsync(Browser person, object body) => person.AskAsync($"{Deadlines.Set}/evaluation", body);

    private static string PathOf(System.Text.Json.JsonElement interaction) => $"/api/interactions/{interaction.Text("id")}/decisions/{interaction.Deadline().Text("id")}/explanation";
}
