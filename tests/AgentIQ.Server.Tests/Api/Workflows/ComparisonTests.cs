using System.Net;
using System.Text.Json;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;
using static AgentIQ.Server.Tests.Api.Workflows.Samples;

namespace AgentIQ.Server.Tests.Api.Workflows;

public sealed class ComparisonTests
{
    private static readonly (string, string) English = ("Accept-Language", "en");

    [Fact]
    public async Task Says_what_a_draft_changes_in_the_readers_language()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await desk.PublishAsync(Flow("test", "Проба", [Activity("a", "Elsa.WriteLine", "Написать", ("text", Literal("раз"))), Activity("b", "Elsa.WriteLine", null)], ["a>b"]));
        await desk.SaveAsync(Flow(
            "test", "Проба", [Activity("a", "Elsa.WriteLine", "Написать", ("text", Script("'два'"))), Activity("c", "No.Such", "Новое")], ["a>c"], new { usableAsActivity = true }));

        var comparison = await browser.JsonAsync("/api/workflows/definitions/test/comparison");

        comparison.Members().ShouldBe(["from", "to", "changes"]);
        comparison.GetProperty("from").GetProperty("version").GetInt32().ShouldBe(1);
        comparison.GetProperty("to").Members().ShouldBe(["versionId", "version", "isPublished", "updatedBy", "updatedAt", "note"]);
        comparison.GetProperty("to").GetProperty("version").GetInt32().ShouldBe(2);
        var changes = comparison.GetProperty("changes").EnumerateArray().ToList();
        changes.ShouldAllBe(c => c.Members().SequenceEqual(new[] { "kind", "subject", "activityId", "activityName", "activityType", "name", "before", "after", "sentence" }));
        var line = desk.TextOf("Elsa.WriteLine");
        Sentences(comparison).ShouldBe(
        [
            "Процесс: настройка «можно использовать как действие» — задано: «да».",
            $"«Написать»: вход «{line.Inputs["Text"].Name}» — было: «раз», стало: скрипт `'два'`.",
            $"Удалено действие «{line.Name}».",
            "Добавлено действие «Новое».",
            $"Удалена связь: «Написать», исход «{line.Ports["Done"]}» → «{line.Name}».",
            $"Добавлена связь: «Написать», исход «{line.Ports["Done"]}» → «Новое».",
        ], ignoreOrder: true, customMessage: string.Join('\n', Sentences(comparison)));
        var input = changes.Single(c => c.GetProperty("subject").GetString() == "input");
        input.GetProperty("kind").GetString().ShouldBe("changed");
        input.GetProperty("activityType").GetString().ShouldBe("Elsa.WriteLine");
        input.GetProperty("before").GetString().ShouldBe("раз");
        input.GetProperty("after").GetString().ShouldBe("'два'");

        var english = await Browser.ReadAsync(await browser.GetAsync("/api/workflows/definitions/test/comparison", English));
        Sentences(english).ShouldContain("“Написать”: input “Text” — was “раз”, is now the script `'два'`.");
        Sentences(english).ShouldContain("The activity “Новое” was added.");
    }

    [Fact]
    public async Task Any_two_versions_can_be_compared()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await desk.PublishAsync(Named("Раз"));
        await desk.PublishAsync(Named("Два"));
        await desk.SaveAsync(Named("Три"));

        (await NamesAsync("from=1&to=2")).ShouldBe("Раз > Два");
        (await NamesAsync("from=1")).ShouldBe("Раз > Три");
        (await NamesAsync("from=latest&to=1")).ShouldBe("Три > Раз");
        (await NamesAsync("from=Published&to=latest")).ShouldBe("Два > Три");
        (await NamesAsync("from=published&to=2")).ShouldBe("");
        (await NamesAsync("from=base&to=latest")).ShouldBe("");
        (await browser.JsonAsync("/api/workflows/definitions/test/comparison?from=base")).GetProperty("from").ValueKind.ShouldBe(JsonValueKind.Null);

        async Task<string> NamesAsync(string query) => string.Join(
            ' ',
            (await browser.JsonAsync($"/api/workflows/definitions/test/comparison?{query}")).GetProperty("changes").EnumerateArray()
                .Select(c => $"{c.GetProperty("before").GetString()} > {c.GetProperty("after").GetString()}"));
    }

    [Fact]
    public async Task A_copy_is_compared_with_the_releases_version_that_it_was_made_from()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await desk.SaveAsync(Flow("interaction-lifecycle", "Наша жизнь", [Activity("a", "Elsa.WriteLine", null)], []));

        var comparison = await browser.JsonAsync("/api/workflows/definitions/interaction-lifecycle/comparison?from=base&to=latest");

        comparison.GetProperty("from").GetProperty("updatedBy").GetString().ShouldBe("release");
        Sentences(comparison)[0].ShouldBe("Процесс: имя — было: «Жизнь обращения», стало: «Наша жизнь».");
    }

    [Fact]
    public async Task What_a_later_release_made_of_the_base_can_be_seen()
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-release-");
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await ReleaseAsync("Раз");
        await desk.SaveAsync(Named("Наше"));
        (await browser.JsonAsync("/api/workflows/definitions/test/comparison?from=base&to=newer_base")).GetProperty("to").ValueKind.ShouldBe(JsonValueKind.Null);
        await ReleaseAsync("Два");

        Sentences(await browser.JsonAsync("/api/workflows/definitions/test/comparison?from=base&to=newer_base")).ShouldBe(["Процесс: имя — было: «Раз», стало: «Два»."]);
        (await browser.JsonAsync("/api/workflows/definitions/test")).GetProperty("newerBase").Members().ShouldBe(["versionId", "version"]);
        folder.Delete(recursive: true);

        async Task ReleaseAsync(string name)
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "test.json"), Named(name), TestContext.Current.CancellationToken);
            await desk.Services.GetRequiredService<IWorkflowDefinitions>().ImportPlatformAsync(folder.FullName, TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("from=newest", HttpStatusCode.BadRequest, "bad_version")]
    [InlineData("from=1&to=-1", HttpStatusCode.BadRequest, "bad_version")]
    [InlineData("from=0", HttpStatusCode.BadRequest, "bad_version")]
    [InlineData("from=7", HttpStatusCode.NotFound, "not_found")]
    [InlineData("from=1&to=7", HttpStatusCode.NotFound, "not_found")]
    public async Task What_is_no_version_is_refused(string query, HttpStatusCode status, string code)
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await desk.PublishAsync(Named("Раз"));

        await (await browser.GetAsync($"/api/workflows/definitions/test/comparison?{query}")).ShouldBeProblemAsync(status, code);
    }

    [Fact]
    public async Task Before_the_first_publication_there_is_nothing_to_compare_with()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await desk.SaveAsync(Named("Раз"));

        var comparison = await browser.JsonAsync("/api/workflows/definitions/test/comparison");

        comparison.GetProperty("from").ValueKind.ShouldBe(JsonValueKind.Null);
        comparison.GetProperty("to").GetProperty("version").GetInt32().ShouldBe(1);
        comparison.GetProperty("changes").EnumerateArray().ShouldBeEmpty();
    }

    private static string Named(string name) => Flow("test", name, [Activity("a", "Elsa.WriteLine", null)], []);

    private static string[] Sentences(JsonElement comparison) => [.. comparison.GetProperty("changes").EnumerateArray().Select(c => c.GetProperty("sentence").GetString()!)];
}
