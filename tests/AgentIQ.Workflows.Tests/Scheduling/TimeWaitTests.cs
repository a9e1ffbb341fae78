using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Scheduling;

/// <summary>Timer, Cron, StartAt and Delay in mid-flow.</summary>
public sealed class TimeWaitTests
{
    [Theory]
    [InlineData("Elsa.Timer", "interval", "00:10:00", "2026-03-02T12:10:00Z")]
    [InlineData("Elsa.Timer", null, null, "2026-03-02T12:01:00Z")]
    [InlineData("Elsa.Delay", null, null, "2026-03-02T12:01:00Z")]
    [InlineData("Elsa.Cron", "cronExpression", "0 30 9 * * *", "2026-03-03T09:30:00Z")]
    [InlineData("Elsa.StartAt", "dateTime", "2026-03-02T15:00:00+02:00", "2026-03-02T13:00:00Z")]
    public async Task Waits_until_it_is_due(string type, string? input, string? value, string due)
    {
        var run = await new InMemory(Define.Flow([Define.Of("t", type, input is null ? [] : [(input, Define.Literal(value))]), "z"], "t>z")).StartAsync();

        run.Instance.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(DateTimeOffset.Parse(due));
        await run.SkipTimeAsync();

        run.Lines.ShouldBe(["z"]);
        run.Instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_start_time_that_has_passed_holds_nothing_up()
    {
        var run = await new InMemory(Define.Flow([Define.Of("t", "Elsa.StartAt", ("dateTime", Define.Literal("2026-03-02T12:00:00Z"))), "z"], "t>z")).StartAsync();
        run.Lines.ShouldBe(["z"]);
    }

    [Fact]
    public async Task An_expression_may_compute_the_time()
    {
        var run = await new InMemory(Define.Flow([Define.Of("t", "Elsa.Cron", ("cronExpression", Define.Script("'0 0 ' + (10 + 4) + ' * * *'"))), "z"], "t>z")).StartAsync();
        run.Instance.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(DateTimeOffset.Parse("2026-03-02T14:00:00Z"));
    }

    [Theory]
    [InlineData("activity", "2026-03-03T06:30:00Z")]
    [InlineData("definition", "2026-03-03T06:30:00Z")]
    public async Task A_cron_expression_means_the_clocks_of_its_zone(string owner, string due)
    {
        var properties = ("customProperties", (object?)new { timeZone = "Europe/Moscow" });
        var cron = Define.Of("t", "Elsa.Cron", [("cronExpression", Define.Literal("0 30 9 * * *")), .. owner == "activity" ? [properties] : Array.Empty<(string, object?)>()]);
        var json = System.Text.Json.Nodes.JsonNode.Parse(Define.Flow([cron], ""))!.AsObject();
        if (owner == "definition")
        {
            json["customProperties"] = new System.Text.Json.Nodes.JsonObject { ["timeZone"] = "Europe/Moscow" };
        }

        var run = await new InMemory(json.ToJsonString()).StartAsync();
        run.Instance.Bookmarks.ShouldHaveSingleItem().Due.ShouldBe(DateTimeOffset.Parse(due));
    }

    [Theory]
    [InlineData("Elsa.Cron", "cronExpression", "0 61 * * * *", "wrong at position 3")]
    [InlineData("Elsa.Cron", "cronExpression", "0 0 0 31 2 *", "never comes")]
    [InlineData("Elsa.Timer", "interval", "00:00:00.5", "at least 00:00:01")]
    [InlineData("Elsa.Timer", "interval", "-00:01:00", "at least 00:00:01")]
    public void A_literal_that_says_no_time_is_refused_at_publish(string type, string input, string value, string problem)
    {
        foreach (var canStart in new[] { true, false })
        {
            var error = InMemory.Compile(Define.Flow([Define.Of("t", type, (input, Define.Literal(value)), ("customProperties", new { canStartWorkflow = canStart }))], ""))
                .Diagnostics.ShouldHaveSingleItem();
            error.Severity.ShouldBe(DiagnosticSeverity.Error);
            error.Message.ShouldContain(problem);
        }
    }

    [Theory]
    [InlineData("timeZone", "Mars/Olympus", "expected a time zone such as Europe/Moscow")]
    [InlineData("missedRuns", "Sometimes", "expected Skip")]
    public void Wrong_settings_are_refused_at_publish(string property, string value, string problem)
    {
        var custom = new Dictionary<string, string> { [property] = value };
        InMemory.Compile(Define.Flow([Define.Of("t", "Elsa.Timer", ("customProperties", custom))], "")).Diagnostics
            .ShouldContain(d => d.Severity == DiagnosticSeverity.Error && d.Message.Contains(problem));
    }

    [Fact]
    public void A_trigger_with_a_computed_time_is_refused_at_publish() =>
        InMemory.Compile(Define.Flow([Define.Of("t", "Elsa.Timer", ("interval", Define.Script("'00:01:00'")), ("customProperties", new { canStartWorkflow = true }))], "")).Diagnostics
            .ShouldContain(d => d.Severity == DiagnosticSeverity.Error && d.Message.Contains("must be a literal"));
}
