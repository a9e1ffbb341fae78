using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Definitions;

/// <summary>Definitions as files.</summary>
public sealed class FileTests
{
    /// <summary>Spellings that a server which reads and writes the text again would change.</summary>
    private static string Odd(string? definitionId) => Sample.Text(definitionId, "Жизнь «обращения» \\u00e9")
        .Replace("\"outcomes\": []", "\"outcomes\":[ ],  \"x-unknown\" : {\"n\":1.50, \"e\":1E+2, \"big\":12345678901234567890.123456789, \"t\":\"\\/\"}", StringComparison.Ordinal);

    [Fact]
    [Exchange("065-wd-export")]
    public async Task Exports_what_was_saved_under_the_name_that_people_gave_it()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        await manager.SavedAsync(Sample.Text("exported", "Жизнь: обращения"));

        var file = await manager.GetAsync("/workflow-definitions/exported/export?versionOptions=Latest&includeConsumingWorkflows=False");
        file.ShouldAgreeWith("065-wd-export", Sample.Content);
        file.Json["customProperties"]!.AsObject().ShouldBeEmpty("what only the designer needs is in no file");
        file.Json.AsObject().ContainsKey("links").ShouldBeFalse();
        file.Headers["Content-Type"].ShouldBe("application/json");
        file.Headers["Content-Disposition"].ShouldStartWith("attachment;");
        file.Headers["Content-Disposition"].ShouldContain($"filename*=UTF-8''{Uri.EscapeDataString("workflow-definition-Жизнь- обращения.json")}");
        (await manager.PostAsync("/workflow-definitions/exported/export", body: null)).Bytes.ShouldBe(file.Bytes, "the link says POST");
        (await manager.GetAsync("/workflow-definitions/exported/export?versionOptions=1")).Bytes.ShouldBe(file.Bytes);
        (await manager.GetAsync("/workflow-definitions/exported/export?versionOptions=2")).Status.ShouldBe(404);
        (await manager.GetAsync("/workflow-definitions/exported/export?versionOptions=two")).Errors().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_one_seller_exports_another_imports_and_exports_byte_for_byte()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        using var stranger = host.As(Person.Stranger);
        await manager.SavedAsync(Odd("shared"));
        var first = await manager.GetAsync("/workflow-definitions/shared/export");
        host.Time.Advance(TimeSpan.FromDays(1));

        await stranger.PostAsync("/workflow-definitions/import", first.Text);
        var second = await stranger.GetAsync("/workflow-definitions/shared/export");

        second.Text.ShouldContain("\"x-unknown\" : {\"n\":1.50, \"e\":1E+2, \"big\":12345678901234567890.123456789, \"t\":\"\\/\"}");
        second.Text.ShouldContain("Жизнь «обращения» \\u00e9");
        second.Text.ShouldContain("\"position\":{\"x\":0.50,\"y\":1e1}");
        var (theirs, ours) = (first.Json, second.Json);
        ours.Id().ShouldNotBe(theirs.Id());
        second.Text.ShouldBe(first.Text
            .Replace(theirs.Id(), ours.Id(), StringComparison.Ordinal)
            .Replace(theirs["createdAt"]!.GetValue<string>(), ours["createdAt"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_editor_saves_stays_as_it_was_sent()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        await manager.SavedAsync(Odd("kept"));
        var opened = await manager.GetAsync("/workflow-definitions/by-definition-id/kept");
        opened.Text.ShouldContain("\"x-unknown\" : {\"n\":1.50, \"e\":1E+2, \"big\":12345678901234567890.123456789, \"t\":\"\\/\"}");
        var file = await manager.GetAsync("/workflow-definitions/kept/export");

        await manager.SavedAsync(opened.Text);

        (await manager.GetAsync("/workflow-definitions/kept/export")).Text.Replace("\"links\": [],", string.Empty, StringComparison.Ordinal).ShouldBe(file.Text, "opened and saved again it is no change");
    }

    [Fact]
    [Exchange("067-wd-import")]
    [Exchange("068-wd-import-put")]
    public async Task Imports_as_a_draft_and_answers_the_definition()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var file = Sample.Json("imported-1");
        file["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
        file["isPublished"] = true;
        file["customProperties"]!["agentiqRevision"] = "somebody/5";

        var imported = await manager.PostAsync("/workflow-definitions/import", file);
        imported.ShouldAgreeWith("067-wd-import", [.. Sample.Content, ".$schema"]);
        imported.Json["isPublished"]!.GetValue<bool>().ShouldBeFalse("nothing runs because a file was read");
        (await manager.GetAsync("/workflow-definitions/imported-1/export")).Text.ShouldNotContain("agentiqRevision");

        file["description"] = "ещё раз";
        var put = await manager.SendAsync(HttpMethod.Put, "/workflow-definitions/imported-9/import", file);
        put.ShouldAgreeWith("068-wd-import-put", [.. Sample.Content, ".$schema"]);
        put.Json["definitionId"]!.GetValue<string>().ShouldBe("imported-9", "the route says which");
        (await manager.OpenAsync("imported-1"))["description"]!.GetValue<string>().ShouldBe("Проверка маршрутов");
    }

    [Fact]
    public async Task A_file_that_somebody_else_could_have_edited_meanwhile_is_imported_all_the_same()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        using var second = host.As(Person.SecondManager);
        var opened = await manager.SavedAsync(Sample.Text("contested"));
        await second.SavedAsync((await second.OpenAsync("contested")).Described("Пётр"));

        (await manager.PostAsync("/workflow-definitions/import", opened.Described("из файла"))).JsonOf(200)["description"]!.GetValue<string>().ShouldBe("из файла");
        (await second.SaveAsync((await second.OpenAsync("contested")).Described("видел файл"))).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("{", "JSON")]
    [InlineData("[]", "expected an object")]
    [InlineData("""{"name":"x"}""", "root")]
    [InlineData("""{"definitionId":"x","name":"\ud800","root":{"id":"f","type":"Elsa.Flowchart"}}""", "no text")]
    [InlineData("""{"definitionId":"x","name":"a\u0000b","root":{"id":"f","type":"Elsa.Flowchart"}}""", "NUL")]
    public async Task A_file_that_is_no_definition_is_refused(string file, string why)
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var answer = await manager.PostAsync("/workflow-definitions/import", file);
        answer.ShouldAgreeWith("074-wd-save-bad-json");
        string.Join('\n', answer.Errors()).ShouldContain(why is "$" ? "не процесс" : why);
        (await manager.GetAsync("/workflow-definitions")).Json["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_file_in_another_encoding_is_refused_and_a_byte_order_mark_is_none_of_its_text()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        (await manager.PostAsync("/workflow-definitions/import", new ByteArrayContent([0x7B, 0x22, 0xCF, 0xF0, 0x22, 0x7D]))).Errors().ShouldHaveSingleItem().ShouldContain("UTF-8");
        (await manager.PostAsync("/workflow-definitions/import", new ByteArrayContent([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Sample.Text("marked"))]))).Status.ShouldBe(200);
    }

    [Fact]
    [Exchange("066-wd-export-bulk")]
    public async Task Exports_several_as_a_zip()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Manager);
        var one = await manager.SavedAsync(Sample.Text("one", "Тёзка"));
        var two = await manager.SavedAsync(Sample.Text("two", "Тёзка"));

        var file = await manager.PostAsync("/bulk-actions/export/workflow-definitions", new { ids = (string[])[one.Id(), two.Id(), "nobody"], includeConsumingWorkflows = false });

        file.Status.ShouldBe(200);
        file.Headers["Content-Type"].ShouldBe("application/zip");
        file.Headers["Content-Disposition"].ShouldContain("workflow-definitions.zip");
        await using var zip = new ZipArchive(new MemoryStream(file.Bytes));
        zip.Entries[0].FullName.ShouldBe("workflow-definition-Тёзка.json");
        zip.Entries.Select(entry => entry.FullName).ShouldBeUnique();
        var ids = new List<string>();
        foreach (var entry in zip.Entries)
        {
            await using var content = await entry.OpenAsync(TestContext.Current.CancellationToken);
            ids.Add((await JsonNode.ParseAsync(content, cancellationToken: TestContext.Current.CancellationToken))!["definitionId"]!.GetValue<string>());
        }

        ids.ShouldBe(["one", "two"], ignoreOrder: true);
        (await manager.PostAsync("/bulk-actions/export/workflow-definitions", new { ids = Array.Empty<string>() })).Status.ShouldBe(200);
    }
}
