using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

public sealed class DefinitionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows");

    [Fact]
    public async Task An_unchanged_file_is_nothing_and_a_changed_one_a_new_version()
    {
        await using var engine = await Engine.CreateAsync();
        (await ImportAsync(engine, Define.Flow(["a"], ""))).Imported.ShouldBe(["test"]);
        (await ImportAsync(engine, Define.Flow(["a"], ""))).Unchanged.ShouldBe(["test"]);
        (await ImportAsync(engine, Define.Flow(["b"], ""))).Imported.ShouldBe(["test"]);

        (await engine.FindAsync(await engine.StartAsync())).VersionId.ShouldBe("test@2");
    }

    [Fact]
    public async Task A_broken_file_is_refused_with_path_and_reason_and_the_last_good_version_keeps_running()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, Define.Flow(["a"], ""));

        var refused = (await ImportAsync(engine, Define.Flow(["a", Define.Of("odd", "No.Such")], "a>odd odd>gone"))).Refused.ShouldHaveSingleItem();

        refused.File.ShouldEndWith("test.json");
        refused.Diagnostics.Select(d => d.ToString()).ShouldBe(
            ["root.activities[1]: the activity type 'No.Such' is unknown", "root.connections[1].target.activity: there is no activity 'gone' in this flowchart"], ignoreOrder: true);
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task A_sellers_copy_wins_and_a_release_does_not_touch_it()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, Define.Flow(["platform"], ""));
        await engine.PublishAsync(Define.Flow(["own"], ""));
        await ImportAsync(engine, Define.Flow(["release"], ""));

        var own = await engine.StartAsync();
        var stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
        var platform = await engine.Database.InTenantAsync(stranger, scope => engine.Workflows.StartAsync(scope, new StartWorkflow("test"), CancellationToken.None), CancellationToken.None);
        await engine.PumpAsync();

        (await engine.JournalAsync(own)).ShouldBe(["own:Started", "own:Completed"]);
        (await engine.Database.InTenantAsync(stranger, scope => engine.Monitor.FindAsync(scope, platform, CancellationToken.None), CancellationToken.None)).ShouldNotBeNull().VersionId.ShouldBe("test@2");
    }

    [Fact]
    public async Task An_instance_stays_on_its_version()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "old"], "e>old"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "new"], "e>new"));
        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();

        (await engine.JournalAsync(id)).ShouldContain("old:Completed");
    }

    [Fact]
    public async Task Tenants_cannot_write_what_belongs_to_the_platform()
    {
        await using var engine = await Engine.CreateAsync();
        await Should.ThrowAsync<Npgsql.PostgresException>(() => engine.InTenantAsync(scope => scope.Connection.ExecuteAsync("UPDATE agentiq.workflow_platform_versions SET is_published = false")));
    }

    [Fact]
    public async Task A_broken_definition_cannot_be_published()
    {
        await using var engine = await Engine.CreateAsync();
        var error = await Should.ThrowAsync<InvalidDefinitionException>(() => engine.PublishAsync(Define.Flow(["a", "a"], "")));
        error.Message.ShouldContain("root.activities[1].id: the id 'a' is used twice in 'flow'");
    }

    [Fact]
    public async Task What_has_no_published_version_cannot_be_started()
    {
        await using var engine = await Engine.CreateAsync();
        (await Should.ThrowAsync<WorkflowNotFoundException>(() => engine.StartAsync("none"))).Message.ShouldContain("'none' has no published version");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<ImportReport> ImportAsync(Engine engine, string definition)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "test.json"), definition);
        return await engine.Definitions.ImportPlatformAsync(_folder.FullName, CancellationToken.None);
    }
}
