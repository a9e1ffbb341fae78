using AgentIQ.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>The designer was made for large screens; on a phone one pane follows the other, and nothing is cut off.</summary>
[Collection(StudioCollection.Name)]
public sealed class PhoneTests(StudioDesk desk)
{
    [Fact]
    public async Task Each_screen_can_be_used_on_a_phone()
    {
        await desk.Owner.SaveAsync(Samples.Definition("phone", "В кармане", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        var started = await desk.Owner.PostAsync("/elsa/api/workflow-definitions/phone/dispatch", new { });
        var id = (string)System.Text.Json.Nodes.JsonNode.Parse(await started.TextAsync())!["workflowInstanceId"]!;
        await using var person = await desk.AnotherBrowserAsync(Installation.OwnerEmail, 390, 844);
        foreach (var (name, path, selector) in ((string, string, string)[])[
            ("editor", "/definitions/phone", "elsa-activity-wrapper .activity-label"), ("definitions", "/definitions", "table tbody .mud-checkbox"),
            ("instances", "/instances", "table tbody .mud-checkbox"), ("viewer", $"/instances/{id}", "elsa-activity-wrapper .activity-label")])
        {
            await using var frame = await StudioFrame.OpenAsync(person, $"{path}?lang=ru");
            await Expect(frame.Find(selector).First).ToBeInViewportAsync();
            (await frame.Page.Frame("studio")!.EvaluateAsync<bool>("document.getElementById('screen').scrollWidth <= innerWidth")).ShouldBeTrue($"{name} scrolls sideways");
            await frame.PictureAsync($"{name}-390");
            frame.Errors.ShouldBeEmpty();
        }
    }
}
