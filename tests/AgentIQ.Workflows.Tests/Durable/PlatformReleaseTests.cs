using AgentIQ.Workflows.Execution;
using static AgentIQ.Workflows.Tests.Children.ChildDefine;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Definitions of a release that use each other as activities, over releases and beside sellers' copies.</summary>
public sealed class PlatformReleaseTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows");

    [Fact]
    public async Task What_is_used_is_imported_before_what_uses_it_whatever_the_files_are_called()
    {
        await using var engine = await Engine.CreateAsync();
        var report = await ImportAsync(engine, ("a", Parent()), ("z", Child("first")));

        report.Refused.ShouldBeEmpty();
        report.Imported.ShouldBe(["Child", "test"]);
        (await engine.FindVersionAsync(VersionOptions.Published))!.Body.ShouldBe(Parent(), "on an empty database the files name each other as they are stored");
        (await ImportAsync(engine, ("a", Parent()), ("z", Child("first")))).Imported.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_release_that_changes_a_child_alone_is_a_new_version_of_what_uses_it()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, ("a", Parent()), ("z", Child("first")));
        var old = await engine.StartAsync(correlation: "old");
        await engine.PumpAsync();

        var report = await ImportAsync(engine, ("a", Parent()), ("z", Child("second")));
        var @new = await engine.StartAsync(correlation: "new");
        await engine.PumpAsync();
        await engine.SignalAsync("Go", "old");
        await engine.SignalAsync("Go", "new");
        await engine.PumpAsync();

        report.Imported.ShouldBe(["Child", "test"]);
        (await engine.FindAsync(old)).VersionId.ShouldBe("test@1");
        (await engine.JournalAsync(old)).ShouldContain("first:Completed");
        (await engine.FindAsync(@new)).VersionId.ShouldBe("test@2");
        (await engine.JournalAsync(@new)).ShouldContain("second:Completed");
        (await engine.FindAsync(@new)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_child_that_is_refused_stays_what_it_was()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, ("a", Parent()), ("z", Child("first")));

        var report = await ImportAsync(engine, ("a", Parent()), ("z", "{}"));

        report.Refused.ShouldHaveSingleItem().File.ShouldEndWith("z.json");
        report.Unchanged.ShouldBe(["test"]);
    }

    [Fact]
    public async Task Two_that_use_each_other_are_refused_and_the_others_are_imported()
    {
        await using var engine = await Engine.CreateAsync();

        var report = await ImportAsync(
            engine,
            ("a", Usable(Define.Flow([Uses("u", "B")], "", id: "A"))),
            ("b", Usable(Define.Flow([Uses("u", "A")], "", id: "B"))),
            ("c", Define.Flow(["x"], "")));

        report.Imported.ShouldBe(["test"]);
        report.Refused.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_sellers_own_child_changes_nothing_of_the_platforms_parent_until_a_copy_of_it_uses_it()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, ("a", Parent()), ("z", Child("platform")));
        var waiting = await engine.StartAsync(correlation: "waiting");
        await engine.PumpAsync();

        await engine.PublishAsync(Child("own"));
        var own = (await engine.FindVersionAsync(VersionOptions.Published, "Child"))!.Summary;
        var before = await RunAsync(engine, "before");
        await engine.PublishAsync(Parent(own.VersionId, own.Version));
        var after = await RunAsync(engine, "after");
        await engine.SignalAsync("Go", "waiting");
        await engine.PumpAsync();

        (await engine.JournalAsync(before)).ShouldContain("platform:Completed");
        (await engine.JournalAsync(after)).ShouldContain("own:Completed");
        (await engine.JournalAsync(waiting)).ShouldContain("platform:Completed");
    }

    [Fact]
    public async Task The_designer_gets_the_type_and_version_of_the_workflow_that_a_use_means()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Child("own").Replace("\"name\":\"Child\"", "\"name\":\"renamed child\"", StringComparison.Ordinal));
        var own = (await engine.FindVersionAsync(VersionOptions.Published, "Child"))!.Summary;
        await engine.PublishAsync(Parent(own.VersionId, version: 7));
        var parent = (await engine.FindVersionAsync(VersionOptions.Latest))!;

        var text = await engine.InTenantAsync(scope => engine.Queries.ForDesignerAsync(scope, parent, links: null, CancellationToken.None));

        var use = System.Text.Json.Nodes.JsonNode.Parse(text)!["root"]!["activities"]!.AsArray().Single(a => a!["id"]!.GetValue<string>() == "c")!;
        (use["type"]!.GetValue<string>(), use["version"]!.GetValue<int>()).ShouldBe(("RenamedChild", own.Version));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Waits for Go, then does one step of that name.</summary>
    private static string Child(string step) => Usable(Define.Flow([Define.Event("e", "Go"), step], $"e>{step}", id: "Child"));

    private static string Parent(string versionId = "Child@1", int version = 1) => Define.Flow([Uses("c", "Child", versionId, version), "end"], "c>end");

    private static System.Text.Json.Nodes.JsonObject Uses(string id, string definition, string? versionId = null, int version = 1)
    {
        var use = Use(id, definition, version);
        use["workflowDefinitionId"] = definition;
        use["workflowDefinitionVersionId"] = versionId ?? $"{definition}@1";
        return use;
    }

    private static async Task<Guid> RunAsync(Engine engine, string correlation)
    {
        var id = await engine.StartAsync(correlation: correlation);
        await engine.PumpAsync();
        await engine.SignalAsync("Go", correlation);
        await engine.PumpAsync();
        return id;
    }

    private async Task<ImportReport> ImportAsync(Engine engine, params (string File, string Text)[] definitions)
    {
        foreach (var (file, text) in definitions)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, file + ".json"), text);
        }

        return await engine.Definitions.ImportPlatformAsync(_folder.FullName, CancellationToken.None);
    }
}
