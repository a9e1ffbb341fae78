using AgentIQ.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>Who may do what, and what happens when a session ends in the middle of work.</summary>
[Collection(StudioCollection.Name)]
public sealed class SessionTests(StudioDesk desk)
{
    [Fact]
    public async Task What_was_changed_while_the_session_had_ended_is_saved_after_the_sign_in()
    {
        await desk.Owner.SaveAsync(Samples.Definition("held", "Ждёт входа", [Samples.Line("first", "Первая", 100, "раз")]), publish: false);
        await using var person = await desk.AnotherBrowserAsync(Installation.OwnerEmail);
        await using var editor = await StudioFrame.OpenAsync(person, "/definitions/held?lang=ru");
        await editor.DrawnAsync(1);
        await editor.ChooseAsync("first");
        await person.ClearCookiesAsync();

        await editor.WriteAsync("раз", "два");
        await editor.HearAsync("session-expired");
        TextOf(await desk.Owner.DefinitionAsync("held")).ShouldBe("раз");
        await new StudioApi(person).SignInAsync(Installation.OwnerEmail);
        await editor.SayAsync(new { type = "signed-in" });

        await editor.HearAsync("saved");
        TextOf(await desk.Owner.DefinitionAsync("held")).ShouldBe("два");
        editor.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_by_itself_leads_to_sign_in()
    {
        await using var person = await desk.AnotherBrowserAsync(Installation.OwnerEmail);
        await person.ClearCookiesAsync();
        var page = await person.NewPageAsync();

        await page.GotoAsync("/studio/definitions?lang=ru");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?back=%2Fstudio%2Fdefinitions%3Flang%3Dru$"));
    }

    [Fact]
    public async Task An_operator_sees_everything_and_changes_nothing()
    {
        await desk.Owner.SaveAsync(Samples.Definition("closed", "Только смотреть", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        await desk.OpenAsync(Installation.OperatorEmail, "/definitions/closed?lang=ru", async editor =>
        {
            await editor.DrawnAsync(1);
            await Expect(editor.Find(".mud-alert").Filter(new() { HasText = "read-only" })).ToBeVisibleAsync();
            await Expect(editor.Publish).ToHaveCountAsync(0);
            await editor.PictureAsync("operator-1440");
        });

        await using var person = await desk.AnotherBrowserAsync(Installation.OperatorEmail);
        var save = await new StudioApi(person).PostAsync("/elsa/api/workflow-definitions", new { model = await desk.Owner.DefinitionAsync("closed"), publish = false });
        save.Status.ShouldBe(403);
    }

    private static string TextOf(System.Text.Json.Nodes.JsonNode definition) =>
        definition["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.GetValue<string>();
}
