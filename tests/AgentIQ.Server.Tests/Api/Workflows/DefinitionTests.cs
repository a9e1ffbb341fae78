using System.Net;
using System.Text.Json;
using AgentIQ.Orchestration.Team;
using static AgentIQ.Server.Tests.Api.Workflows.Samples;

namespace AgentIQ.Server.Tests.Api.Workflows;

public sealed class DefinitionTests
{
    private const string Lifecycle = "/api/workflows/definitions/interaction-lifecycle";

    [Fact]
    public async Task A_definition_of_the_release_that_nobody_touched()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);

        var definition = await browser.JsonAsync(Lifecycle);

        definition.Members().ShouldBe(
        [
            "definitionId", "name", "description", "canEdit", "latest", "published", "isPlatform", "baseVersion", "newerBase", "runningInstances", "hasDraftChanges",
        ]);
        definition.GetProperty("latest").Members().ShouldBe(["versionId", "version", "isPublished", "updatedBy", "updatedAt", "note"]);
        definition.GetProperty("published").Members().ShouldBe(["versionId", "version", "publishedAt", "by"]);
        definition.GetProperty("definitionId").GetString().ShouldBe("interaction-lifecycle");
        definition.GetProperty("canEdit").GetBoolean().ShouldBeFalse();
        definition.GetProperty("isPlatform").GetBoolean().ShouldBeTrue();
        definition.GetProperty("latest").GetProperty("isPublished").GetBoolean().ShouldBeTrue();
        definition.GetProperty("baseVersion").ValueKind.ShouldBe(JsonValueKind.Null);
        definition.GetProperty("newerBase").ValueKind.ShouldBe(JsonValueKind.Null);
        definition.GetProperty("runningInstances").GetInt32().ShouldBe(0);
        definition.GetProperty("hasDraftChanges").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_of_it_names_its_base_and_what_is_not_published_yet()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Manager);
        await desk.SaveAsync(Flow("interaction-lifecycle", "Наша жизнь", [Activity("a", "Elsa.Event", null, ("eventName", Literal("Go")))], []), note: "Короче");

        var definition = await browser.JsonAsync(Lifecycle);

        definition.GetProperty("name").GetString().ShouldBe("Наша жизнь");
        definition.GetProperty("canEdit").GetBoolean().ShouldBeTrue();
        definition.GetProperty("isPlatform").GetBoolean().ShouldBeFalse();
        definition.GetProperty("baseVersion").GetInt32().ShouldBe(definition.GetProperty("published").GetProperty("version").GetInt32());
        definition.GetProperty("published").GetProperty("by").GetString().ShouldBe("release");
        definition.GetProperty("latest").GetProperty("isPublished").GetBoolean().ShouldBeFalse();
        definition.GetProperty("latest").GetProperty("note").GetString().ShouldBe("Короче");
        definition.GetProperty("latest").GetProperty("updatedBy").GetString().ShouldBe("Анна <anna@seller.test>");
        definition.GetProperty("hasDraftChanges").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_draft_of_the_sellers_own_is_nobody_elses_and_counts_its_running_instances()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Owner);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        await desk.PublishAsync(Waiting);
        await desk.RunAsync("waiting");
        await desk.RunAsync("waiting");
        await desk.PublishAsync(Ending);
        await desk.RunAsync("ending");
        await desk.SaveAsync(Flow("draft", null, [Activity("a", "Elsa.WriteLine", null)], []));

        (await browser.JsonAsync("/api/workflows/definitions/waiting")).GetProperty("runningInstances").GetInt32().ShouldBe(2);
        (await browser.JsonAsync("/api/workflows/definitions/ending")).GetProperty("runningInstances").GetInt32().ShouldBe(0);
        var draft = await browser.JsonAsync("/api/workflows/definitions/draft");
        draft.GetProperty("published").ValueKind.ShouldBe(JsonValueKind.Null);
        draft.GetProperty("hasDraftChanges").GetBoolean().ShouldBeTrue();
        foreach (var path in (string[])["", "/findings", "/comparison"])
        {
            await (await stranger.GetAsync("/api/workflows/definitions/draft" + path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
            await (await browser.GetAsync("/api/workflows/definitions/none" + path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    [Fact]
    public async Task Findings_name_activities_as_people_do()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Analyst);
        await desk.SaveAsync(Flow("ending", null, [Activity("a", "Elsa.WriteLine", null)], []));
        await desk.SaveAsync(Flow(
            "test",
            "Проба",
            [
                Activity("a", "Elsa.WriteLine", "Написать", ("text", Script("1 +\n +"))),
                Activity("b", "Elsa.DispatchWorkflow", "Начать", ("workflowDefinitionId", Literal("ending"))),
                Activity("c", "Elsa.DispatchWorkflow", null, ("workflowDefinitionId", Literal("none"))),
                Activity("d", "Elsa.DispatchWorkflow", null, ("workflowDefinitionId", Literal("interaction-lifecycle"))),
                Activity("lost", "No.Such", null),
            ],
            ["a>b", "b>c", "c>d"]));

        var found = await browser.JsonAsync("/api/workflows/definitions/test/findings");

        found.Members().ShouldBe(["errors", "warnings", "findings"]);
        found.GetProperty("errors").GetInt32().ShouldBe(2);
        found.GetProperty("warnings").GetInt32().ShouldBe(3);
        var findings = found.GetProperty("findings").EnumerateArray().ToList();
        findings.ShouldAllBe(f => f.Members().SequenceEqual(new[] { "severity", "activityId", "activityName", "path", "message", "line", "column" }));
        findings.Select(f => $"{f.GetProperty("severity").GetString()} {f.GetProperty("activityId").GetString()} {f.GetProperty("activityName").GetString()}").ShouldBe(
            ["error a Написать", "error lost lost", "warning lost lost", "warning b Начать", $"warning c {desk.TextOf("Elsa.DispatchWorkflow").Name}"], ignoreOrder: true, customMessage: found.ToString());
        findings.Single(f => f.GetProperty("activityId").GetString() == "a").GetProperty("line").GetInt32().ShouldBe(2);
        findings.Single(f => f.GetProperty("activityId").GetString() == "c").GetProperty("path").GetString().ShouldBe("root.activities[2].workflowDefinitionId");
    }

    [Fact]
    public async Task The_shipped_lifecycle_has_no_findings()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);

        var found = await browser.JsonAsync(Lifecycle + "/findings");

        found.GetProperty("findings").EnumerateArray().ShouldBeEmpty();
        found.GetProperty("errors").GetInt32().ShouldBe(0);
    }
}
