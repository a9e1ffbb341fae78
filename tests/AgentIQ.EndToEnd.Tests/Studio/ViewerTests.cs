using System.Text.Json.Nodes;
using AgentIQ.EndToEnd.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>Instances: their list, their path, and a fault that is put right.</summary>
[Collection(StudioCollection.Name)]
public sealed class ViewerTests(StudioDesk desk)
{
    [Fact]
    public async Task A_faulted_instance_is_shown_and_a_retry_finishes_it()
    {
        var definition = Samples.Definition(
            "faults",
            "Со сбоем",
            [
                Samples.Line("first", "Начало", 100, "раз"),
                Samples.Script("check", "Проверка", 420, "if (getVariable('Ready') !== 'yes') { throw new Error('ещё не готово'); }"),
                Samples.Event("go", "Ждать", 800, "faults-go"),
            ],
            ("first", "check"),
            ("first", "go"));
        definition["options"]!["incidentStrategyType"] = "Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core";
        await desk.Owner.SaveAsync(definition, publish: true);
        var id = await StartAsync("faults");
        await Eventually.HoldsAsync("it fails", async () => (int)(await desk.Owner.InstanceAsync(id))["incidentCount"]! == 1);
        await desk.OpenAsync($"/instances/{id}?lang=ru", async viewer =>
        {
            await Expect(viewer.Node("check").Locator(".mud-badge.mud-theme-error")).ToBeVisibleAsync();
            await viewer.PictureAsync("faulted-1440");

            var repaired = await desk.Owner.PostAsync($"/elsa/api/workflow-instances/{id}/variables", new { variables = new[] { new { id = "ready", value = "yes" } } });
            repaired.Status.ShouldBe(200, await repaired.TextAsync());
            var incident = (string)(await desk.Owner.GetAsync($"/api/workflows/instances/{id}"))["incidents"]![0]!["id"]!;
            (await desk.Owner.PostAsync($"/api/workflows/incidents/{incident}/retry")).Status.ShouldBe(204);
            (await desk.Owner.PostAsync("/elsa/api/events/faults-go/trigger", new { })).Status.ShouldBe(200);
            await Eventually.HoldsAsync("it finishes", () => IsAsync(id, "Finished"));

            await viewer.SayAsync(new { type = "reload" });
            await viewer.HearAsync("ready");
            await Expect(viewer.Node("check").Locator(".mud-badge.mud-theme-success")).ToBeVisibleAsync();
        });
    }

    [Fact]
    public async Task Run_opens_the_instance_in_the_console()
    {
        await desk.Owner.SaveAsync(Samples.Definition("runs", "Запускается", [Samples.Line("first", "Первая", 100, "раз")]), publish: false);
        await desk.OpenAsync("/definitions/runs?lang=ru", async editor =>
        {
            await editor.DrawnAsync(1);
            await editor.Find(".mud-toolbar .mud-success-text").ClickAsync();

            var opened = await editor.HearAsync("open-instance");
            var id = opened.GetProperty("instanceId").GetString()!;
            await Eventually.HoldsAsync("it finishes", () => IsAsync(id, "Finished"));
        });
    }

    [Fact]
    public async Task One_frame_shows_one_instance_after_another()
    {
        await desk.Owner.SaveAsync(Samples.Definition("twice", "Дважды", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        var (one, two) = (await StartAsync("twice"), await StartAsync("twice"));
        await desk.OpenAsync($"/instances/{one}?lang=ru", async viewer =>
        {
            await Expect(viewer.Find("tr").Filter(new() { HasText = one }).First).ToBeVisibleAsync();

            await viewer.SayAsync(new { type = "show", id = two });

            await viewer.HearAsync("ready");
            await Expect(viewer.Find("tr").Filter(new() { HasText = two }).First).ToBeVisibleAsync();
            await Expect(viewer.Find("tr").Filter(new() { HasText = one })).ToHaveCountAsync(0);
            viewer.Page.Frame("studio")!.Url.ShouldEndWith($"/studio/instances/{two}?lang=ru");
        });
    }

    [Fact]
    public async Task A_row_of_the_list_opens_its_instance_in_the_console()
    {
        await desk.Owner.SaveAsync(Samples.Definition("listed", "В списке", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        var id = await StartAsync("listed");
        await desk.OpenAsync("/instances?lang=ru", async list =>
        {
            var row = list.Rows.Filter(new() { HasText = id });
            await Expect(row).ToHaveCountAsync(1);
            await list.PictureAsync("instances-1440");

            await row.Locator("td").Nth(4).ClickAsync();

            (await list.HearAsync("open-instance")).GetProperty("instanceId").GetString().ShouldBe(id);
        });
    }

    private async Task<string> StartAsync(string definitionId)
    {
        var response = await desk.Owner.PostAsync($"/elsa/api/workflow-definitions/{definitionId}/dispatch", new { });
        return (string)JsonNode.Parse(await response.TextAsync())!["workflowInstanceId"]!;
    }

    private async Task<bool> IsAsync(string id, string subStatus) => (string?)(await desk.Owner.InstanceAsync(id))["subStatus"] == subStatus;
}
