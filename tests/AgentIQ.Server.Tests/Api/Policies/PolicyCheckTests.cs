using System.Text.Json.Nodes;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Tests.Api.Workflows;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>Checking a text before anybody saves it.</summary>
public sealed class PolicyCheckTests
{
    [Fact]
    public async Task A_good_text_comes_back_with_its_sentences_and_examples()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Manager);

        var check = await CheckAsync(person, Deadlines.Of(7));

        check.Members().ShouldBe(["readable", "canPublish", "findings", "sentences", "examples"]);
        (check.GetProperty("readable").GetBoolean(), check.GetProperty("canPublish").GetBoolean()).ShouldBe((true, true));
        check.GetProperty("sentences").Text("bad-review").ShouldStartWith("Если");
        (await CheckAsync(person, Deadlines.Of(7), "en")).GetProperty("sentences").Text("bad-review").ShouldStartWith("If");
        var example = check.List("examples").Single();
        example.Members().ShouldBe(["name", "path", "passed", "failure", "outputs", "rows"]);
        (example.Text("name"), example.GetProperty("passed").GetBoolean(), example.GetProperty("outputs").GetProperty("first_response_minutes").GetInt32()).ShouldBe(("Одна звезда", true, 7));
        example.List("rows").Select(row => row.GetString()).ShouldBe(["bad-review"]);
        (await person.JsonAsync(Deadlines.Set)).List("versions").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failing_example_forbids_publishing()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Manager);

        var check = await CheckAsync(person, Deadlines.Of(7, expected: 30));

        (check.GetProperty("readable").GetBoolean(), check.GetProperty("canPublish").GetBoolean()).ShouldBe((true, false));
        check.List("examples").Single().Text("failure").ShouldContain("30");
        check.List("findings").Single(finding => finding.Text("severity") == "error").Text("kind").ShouldBe("failed_example");
    }

    [Fact]
    public async Task What_cannot_be_read_says_where()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Manager);

        var check = await CheckAsync(person, Deadlines.Of(7).Replace("\"rating\": 2", "\"rating\": \"two\"", StringComparison.Ordinal));

        (check.GetProperty("readable").GetBoolean(), check.GetProperty("canPublish").GetBoolean(), check.List("examples").Count).ShouldBe((false, false, 0));
        var finding = check.List("findings").Single();
        finding.Members().ShouldBe(["kind", "severity", "path", "table", "row", "cell", "otherRows", "message", "example"]);
        (finding.Text("kind"), finding.Text("severity"), finding.Text("path")).ShouldBe(("unreadable", "error", "$.tables[0].rows[0].when.rating"));
        (finding.Text("table"), finding.Text("row"), finding.Text("cell")).ShouldBe(("deadlines", "bad-review", "rating"));
    }

    [Fact]
    public async Task A_row_that_never_decides_is_found()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Manager);
        const string Again = """
            {"id": "again", "description": {"ru": "Ещё раз", "en": "Again"}, "when": {"channel": "review", "rating": 1}, "then": {"first_response_minutes": 9, "escalate_minutes": 5, "hard_deadline_minutes": 60}}
            """;

        var check = await CheckAsync(person, Deadlines.Edit(Deadlines.Of(7), set => set["tables"]![0]!["rows"]!.AsArray().Add(JsonNode.Parse(Again))));

        var finding = check.List("findings").Single(found => found.GetProperty("row").GetString() == "again");
        finding.Text("kind").ShouldBe("unreachable");
        finding.List("otherRows").Select(row => row.GetString()).ShouldBe(["bad-review"]);
    }

    [Fact]
    public async Task An_output_that_the_product_reads_cannot_be_removed()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        var document = Deadlines.Edit(Deadlines.Of(7), set =>
        {
            set["outputs"]!.AsArray().RemoveAt(2);
            set["defaults"]!.AsObject().Remove("hard_deadline_minutes");
            set["onFault"]!.AsObject().Remove("hard_deadline_minutes");
            set["tables"]![0]!["rows"]![0]!["then"]!.AsObject().Remove("hard_deadline_minutes");
        });

        var check = await CheckAsync(manager, document);

        check.GetProperty("canPublish").GetBoolean().ShouldBeFalse();
        var finding = check.List("findings").Single(found => found.Text("kind") == "locked_changed");
        (finding.Text("path"), finding.Text("severity")).ShouldBe(("$.outputs", "error"));
        var label = await manager.SaveAsync(document);
        await (await manager.PostAsync($"{Deadlines.Set}/versions/{label}/publication", new { state = "active" })).ShouldBeProblemAsync(System.Net.HttpStatusCode.UnprocessableEntity, "policy_refused");
    }

    [Fact]
    public async Task A_text_of_another_set_cannot_be_published_here()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Manager);

        var check = await person.AskAsync("/api/policies/priority/check", new { document = Deadlines.Of(7) });

        check.GetProperty("canPublish").GetBoolean().ShouldBeFalse();
        check.List("findings")[0].Text("message").ShouldContain("priority");
    }

    private static Task<System.Text.Json.JsonElement> CheckAsync(Browser person, string document, string language = "ru") =>
        person.AskAsync($"{Deadlines.Set}/check", new { document }, language);
}
