using System.Text.Json.Nodes;
using AgentIQ.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>What a manager does on the canvas, and what is kept.</summary>
[Collection(StudioCollection.Name)]
public sealed class EditorTests(StudioDesk desk)
{
    [Fact]
    public async Task An_activity_from_the_palette_is_connected_and_saved_by_itself()
    {
        await desk.Owner.SaveAsync(Samples.Definition("palette", "Из палитры", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        await desk.OpenAsync("/definitions/palette?lang=en", async editor =>
        {
            await editor.DrawnAsync(1);
            await editor.AddAsync("WriteLine", "Console", "rite", 600, 120);
            await editor.DrawnAsync(2);
            await editor.HearAsync("saved");
            await editor.PictureAsync("palette-1440");
            var added = await AddedAsync();

            await editor.ConnectAsync("first", added);

            await Expect(editor.Edges).ToHaveCountAsync(1);
            await editor.HearAsync("saved");
            var definition = await desk.Owner.DefinitionAsync("palette");
            var connection = definition["root"]!["connections"]!.AsArray().ShouldHaveSingleItem()!;
            ((string?)connection["source"]!["activity"], (string?)connection["target"]!["activity"]).ShouldBe(("first", added));
            ((bool)definition["isPublished"]!, (bool)definition["isLatest"]!).ShouldBe((false, true));
        });

        async Task<string> AddedAsync() => (await desk.Owner.DefinitionAsync("palette"))["root"]!["activities"]!.AsArray()
            .Select(activity => (string)activity!["id"]!).Single(id => id != "first");
    }

    [Fact]
    public async Task An_earlier_version_comes_back()
    {
        await desk.Owner.SaveAsync(Samples.Definition("history", "История", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        var second = await desk.Owner.DefinitionAsync("history");
        second["root"]!["activities"]!.AsArray().Add(Samples.Line("second", "Вторая", 400, "два"));
        await desk.Owner.SaveAsync(second, publish: true);
        await desk.OpenAsync("/definitions/history?lang=ru", async editor =>
        {
            await editor.DrawnAsync(2);
            await editor.Find(".mud-tab").Filter(new() { HasText = "Version history" }).DispatchEventAsync("click");
            await Expect(editor.Rows).ToHaveCountAsync(2);
            await editor.PictureAsync("history-1440");
            await editor.Rows.Last.Locator("button").Last.ClickAsync();
            await editor.Find(".mud-popover-open .mud-menu-item").Filter(new() { HasText = "Rollback" }).ClickAsync();

            (await editor.HearAsync("saved")).GetProperty("version").GetInt32().ShouldBe(3);
            await editor.DrawnAsync(1);
        });

        (await desk.Owner.DefinitionAsync("history"))["root"]!["activities"]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_type_that_nobody_registers_any_more_leaves_a_placeholder_and_loses_nothing()
    {
        await desk.Owner.SaveAsync(
            Samples.Definition("gone", "Пропажа", [Samples.Line("first", "Первая", 100, "раз"), Samples.Unknown("lost", "Пропавшая", 420)], ("first", "lost")), publish: false);
        await desk.OpenAsync("/definitions/gone?lang=ru", async editor =>
        {
            await editor.DrawnAsync(2);
            await Expect(editor.Edges).ToHaveCountAsync(1);
            await Expect(editor.Node("lost")).ToContainTextAsync("Gone.Activity");
            await editor.PictureAsync("placeholder-1440");
            await editor.ChooseAsync("first");
            await editor.WriteAsync("раз", "два");
            await editor.HearAsync("saved");
        });

        var lost = (await desk.Owner.DefinitionAsync("gone"))["root"]!["activities"]!.AsArray().Single(activity => (string)activity!["id"]! == "lost")!;
        JsonNode.Parse((string)lost["originalActivityJson"]!)!["level"]!["expression"]!["value"]!.GetValue<string>().ShouldBe("7");
    }

    [Fact]
    public async Task Code_is_written_under_the_pages_security_policy()
    {
        await desk.Owner.SaveAsync(Samples.Definition("code", "Код", [Samples.Line("first", "Первая", 100, "return 1;", "JavaScript")]), publish: false);
        await desk.OpenAsync("/definitions/code?lang=ru", async editor =>
        {
            await editor.DrawnAsync(1);
            await editor.ChooseAsync("first");
            var code = editor.Panel.Locator(".monaco-editor").First;
            await Expect(code).ToContainTextAsync("return");
            await code.ClickAsync();
            await editor.Page.Keyboard.PressAsync("Control+Home");
            await editor.Page.Keyboard.TypeAsync("// ");
            await editor.HearAsync("saved");
            await editor.PictureAsync("code-1440");
        });

        var expression = (await desk.Owner.DefinitionAsync("code"))["root"]!["activities"]![0]!["text"]!["expression"]!;
        ((string?)expression["type"], (string?)expression["value"]).ShouldBe(("JavaScript", "// return 1;"));
    }

    [Fact]
    public async Task A_change_over_somebody_elses_is_refused_and_says_whose()
    {
        await desk.Owner.SaveAsync(Samples.Definition("both", "На двоих", [Samples.Line("first", "Первая", 100, "раз")]), publish: false);
        await desk.OpenAsync(Installation.ManagerEmail, "/definitions/both?lang=ru", async hers =>
        {
            await hers.DrawnAsync(1);
            var sent = hers.Page.WaitForRequestAsync(request => request.Method == "POST" && request.Url.EndsWith("/elsa/api/workflow-definitions", StringComparison.Ordinal));
            await hers.ChooseAsync("first");
            await desk.OpenAsync("/definitions/both?lang=ru", async his =>
            {
                await his.DrawnAsync(1);
                await his.ChooseAsync("first");
                await his.WriteAsync("раз", "его");
                await his.HearAsync("saved");
            });

            await hers.WriteAsync("раз", "её");

            var refused = await hers.HearAsync("refused");
            refused.GetProperty("errors")[0].GetString()!.ShouldContain("Анна");
            await Expect(hers.Notices.First).ToContainTextAsync("Анна");
            await hers.PictureAsync("refused-1440");
            var model = JsonNode.Parse((await sent).PostData!)!["model"]!;
            model["customProperties"]!["agentiqRevision"].ShouldNotBeNull("the designer sends back the revision that it read");
        });

        var kept = (await desk.Owner.DefinitionAsync("both"))["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!;
        kept.GetValue<string>().ShouldBe("его");
    }

    [Fact]
    public async Task An_exported_definition_is_imported_again()
    {
        await desk.Owner.SaveAsync(Samples.Definition("travels", "Путешествует", [Samples.Line("first", "Первая", 100, "раз")]), publish: true);
        var exported = await desk.Owner.GetAsync("/elsa/api/workflow-definitions/travels/export?versionOptions=Latest");
        exported["definitionId"] = "travelled";
        exported["id"] = "travelled-1";
        exported["name"] = "Приехала";
        await desk.OpenAsync("/definitions?lang=ru", async list =>
        {
            await Expect(list.Rows.Filter(new() { HasText = "Путешествует" })).ToHaveCountAsync(1);
            await list.Find("input[type=file]").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
            {
                Name = "travels.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(exported.ToJsonString()),
            });

            await list.HearAsync("saved");
            await Expect(list.Rows.Filter(new() { HasText = "Приехала" })).ToHaveCountAsync(1);
            await list.PictureAsync("definitions-1440");
        });

        (await desk.Owner.DefinitionAsync("travelled"))["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.GetValue<string>().ShouldBe("раз");
    }
}
