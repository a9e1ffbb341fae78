using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>What a save does when it is repeated, wrong, or would lose something.</summary>
public sealed class SavingTests(SharedHost shared) : IClassFixture<SharedHost>
{
    [Fact]
    public async Task A_creation_that_is_sent_again_because_no_answer_came_makes_one_definition()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        using var second = host.As(Person.SecondManager);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => manager.SavedAsync(Sample.Text(definitionId: null, "Workflow 1"))));
        answers.Select(a => a["definitionId"]!.GetValue<string>()).Distinct().ShouldHaveSingleItem();
        var another = await second.SavedAsync(Sample.Text(definitionId: null, "Workflow 1"));
        another["definitionId"]!.GetValue<string>().ShouldNotBe(answers[0]["definitionId"]!.GetValue<string>(), "another person's is another definition");
        host.Time.Advance(TimeSpan.FromMinutes(2));
        (await manager.SavedAsync(Sample.Text(definitionId: null, "Workflow 1")))["definitionId"]!.GetValue<string>().ShouldNotBe(answers[0]["definitionId"]!.GetValue<string>(), "by now it is meant");
    }

    /// <summary>
    /// An Elsa server publishes what cannot run. Ours keeps the draft and refuses the rest: a 400 is what the designer shows, its own
    /// list of findings in a 200 is not.
    /// </summary>
    [Fact]
    [Exchange("072-wd-save-invalid")]
    public async Task What_cannot_run_is_saved_but_not_published()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var model = Sample.Json("broken");
        model["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"u1","type":"Nope.Unknown","version":1,"metadata":{"displayText":"Позвонить"},"speed":1.0}"""));

        var errors = (await manager.SaveAsync(model, publish: true)).Errors();

        errors[0].ShouldContain("Черновик сохранён");
        errors[1].ShouldContain("«Позвонить»");
        errors[1].ShouldContain("Nope.Unknown");
        var draft = await manager.OpenAsync("broken");
        draft["isPublished"]!.GetValue<bool>().ShouldBeFalse();
        (await manager.PostAsync("/workflow-definitions/broken/publish", "{}")).Errors()[1].ShouldContain("«Позвонить»");
        (await manager.SaveAsync(draft.Described("и дальше"))).Status.ShouldBe(200);
    }

    [Fact]
    public async Task An_activity_without_a_descriptor_goes_out_as_a_placeholder_and_comes_back_as_it_was()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var model = Sample.Json("unknown");
        model["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{"id":"u1","type":"Nope.Unknown","version":7,"speed":1.50,"metadata":{}}"""));
        var opened = await manager.SavedAsync(model);
        opened["root"]!["activities"]![2]!["type"]!.GetValue<string>().ShouldBe("Elsa.NotFoundActivity");

        await manager.SavedAsync(opened.Described("сохранено с заглушкой"));

        (await manager.GetAsync("/workflow-definitions/unknown/export")).Text.ShouldContain("""{"id":"u1","type":"Nope.Unknown","version":7,"speed":1.50,"metadata":{}}""");
    }

    [Fact]
    public async Task A_canvas_that_lost_its_activities_is_refused()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var opened = await manager.SavedAsync(Sample.Text("canvas"));

        var empty = opened.Described("пусто");
        empty["root"]!["activities"] = new JsonArray();
        (await manager.SaveAsync(empty)).Errors().ShouldHaveSingleItem().ShouldContain("С холста пропали действия");
        var partial = opened.Described("часть");
        partial["root"]!["activities"]!.AsArray().RemoveAt(0);
        (await manager.SaveAsync(partial)).Errors().ShouldHaveSingleItem().ShouldContain("Запомнить");
        (await manager.OpenAsync("canvas"))["root"]!["activities"]!.AsArray().Count.ShouldBe(2);

        partial["root"]!["connections"] = new JsonArray();
        (await manager.SaveAsync(partial)).Status.ShouldBe(200, "who removes an activity removes its connections too");
        partial["root"]!["activities"] = new JsonArray();
        (await manager.SaveAsync(partial)).Status.ShouldBe(200, "and may remove all of them");
    }

    /// <summary>An Elsa server makes up an empty sequence for a definition without a root. Such a save is a broken page: ours stores nothing.</summary>
    [Theory]
    [InlineData("{\"model\": {", "Пришёл не JSON")]
    [InlineData("", "Пришёл не JSON")]
    [InlineData("null", "model")]
    [InlineData("[]", "model")]
    [InlineData("{}", "model")]
    [InlineData("""{"model":null}""", "model")]
    [InlineData("""{"model":[]}""", "model")]
    [InlineData("""{"model":{"name":"noroot"},"publish":false}""", "root")]
    [InlineData("""{"model":{"name":"x","root":{}}}""", "root")]
    [InlineData("""{"model":{"name":"x","root":{"id":"f","type":"Elsa.StateMachine"}}}""", "Машины состояний")]
    [InlineData("""{"model":{"definitionId":" x","root":{"id":"f","type":"Elsa.Flowchart"}}}""", "definitionId")]
    [Exchange("073-wd-save-no-root")]
    [Exchange("074-wd-save-bad-json")]
    public async Task What_is_no_definition_is_refused_in_the_shape_that_the_designer_shows(string body, string why)
    {
        var host = shared.Host;
        using var manager = host.As(Person.Manager);
        var answer = await manager.PostAsync("/workflow-definitions", body);
        answer.ShouldAgreeWith("074-wd-save-bad-json");
        string.Join('\n', answer.Errors()).ShouldContain(why);
        (await manager.GetAsync("/workflow-definitions")).Json["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_in_the_same_shape()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var large = $"[\"{new string('x', 8 * 1024 * 1024)}\"]";
        (await manager.PostAsync("/workflow-definitions", large)).Errors().ShouldHaveSingleItem().ShouldContain("8 МБ");
    }

    [Fact]
    [Exchange("076-wd-publish-missing")]
    public async Task Of_what_does_not_exist_it_says_so()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        (await manager.PostAsync("/workflow-definitions/does-not-exist/publish", "{}")).ShouldAgreeWith("076-wd-publish-missing");
        (await manager.PostAsync("/workflow-definitions/does-not-exist/retract", "{}")).Status.ShouldBe(404);
        (await manager.GetAsync("/workflow-definitions/does-not-exist/export")).Status.ShouldBe(404);
    }
}
