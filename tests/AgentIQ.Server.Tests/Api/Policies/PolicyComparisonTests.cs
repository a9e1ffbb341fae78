using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Tests.Api.Workflows;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>What changed between versions, and rewriting a row.</summary>
public sealed class PolicyComparisonTests
{
    [Fact]
    public async Task Versions_and_texts_are_compared_in_words()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(7)));
        desk.Time.Advance(TimeSpan.FromMinutes(1));
        await manager.SaveAsync(Deadlines.Of(8));

        var named = await manager.JsonAsync($"{Deadlines.Set}/comparison?from=seller-1&to=seller-2");
        var opened = await manager.JsonAsync($"{Deadlines.Set}/comparison");
        var text = await manager.AskAsync($"{Deadlines.Set}/comparison", new { from = "seller-1", document = Deadlines.Of(8) });

        (named.Text("from"), named.Text("to")).ShouldBe(("seller-1", "seller-2"));
        (opened.Text("from"), opened.Text("to")).ShouldBe(("seller-1", "seller-2"));
        text.Text("from").ShouldBe("seller-1");
        foreach (var comparison in new[] { named, opened, text })
        {
            var change = comparison.List("changes").Single(found => found.GetProperty("cell").GetString() == "first_response_minutes");
            change.Members().ShouldBe(["kind", "table", "row", "cell", "text", "before", "after"]);
            (change.Text("kind"), change.Text("table"), change.Text("row")).ShouldBe(("changed", "deadlines", "bad-review"));
            change.Text("before").ShouldContain("7");
            change.Text("after").ShouldContain("8");
        }

        (await manager.AskAsync($"{Deadlines.Set}/comparison", new { document = Deadlines.Of(7) })).List("changes").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_compared_says_why()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        await (await manager.GetAsync($"{Deadlines.Set}/comparison?from=newest")).ShouldBeProblemAsync(HttpStatusCode.BadRequest, "bad_version");
        await (await manager.GetAsync($"{Deadlines.Set}/comparison?from=platform-9")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        (await (await manager.PostAsync($"{Deadlines.Set}/comparison", new { document = "{" })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable"))
            .List("findings").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_is_written_as_a_condition_and_back()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Operator);
        var conversion = $"{Deadlines.Set}/conversion";

        var condition = (await person.AskAsync(conversion, new { document = Deadlines.Of(7), table = "deadlines", row = "bad-review", to = "condition" })).Text("document");
        var cells = (await person.AskAsync(conversion, new { document = condition, table = "deadlines", row = "bad-review", to = "cells" })).Text("document");

        condition.ShouldContain("\"condition\"");
        cells.ShouldNotContain("\"condition\"");
        (await person.AskAsync($"{Deadlines.Set}/check", new { document = condition })).GetProperty("canPublish").GetBoolean().ShouldBeTrue();
        await (await person.PostAsync(conversion, new { document = condition, table = "deadlines", row = "none", to = "cells" })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "unknown_row");
        await (await person.PostAsync(conversion, new { document = "[]", table = "deadlines", row = "none", to = "cells" })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable");
    }
}
