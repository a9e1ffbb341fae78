using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>The platform's definitions, a seller's copies of them, and other sellers.</summary>
public sealed class PlatformVersionTests : IDisposable
{
    private static readonly Guid Stranger = Guid.Parse("00000000-0000-7000-8000-0000000000bb");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("workflows");

    [Fact]
    public async Task The_first_save_makes_a_copy_that_knows_its_base_and_whether_a_newer_one_exists()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, Define.Flow(["platform"], ""));
        var platform = (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary;
        (platform.IsPlatform, platform.IsLatest, platform.IsPublished, platform.IsFrozen).ShouldBe((true, true, true, true));

        var copy = await engine.SaveAsync(Define.Flow(["own"], ""));
        (copy.IsPlatform, copy.Version, copy.BaseVersionId, copy.NewerBaseVersionId).ShouldBe((false, 2, "test@1", null));
        (await engine.FindVersionAsync(VersionOptions.Published))!.Summary.VersionId.ShouldBe("test@1", "a draft does not hide the platform's");
        (await engine.ByIdAsync("test@1")).Summary.IsLatest.ShouldBeFalse();

        await engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "test", "ann", default));
        await ImportAsync(engine, Define.Flow(["release"], ""));

        var published = (await engine.FindVersionAsync(VersionOptions.Published))!;
        (published.Summary.VersionId, published.Summary.NewerBaseVersionId).ShouldBe((copy.VersionId, "test@2"));
        published.Body.ShouldBe(Define.Flow(["own"], ""));
    }

    [Fact]
    public async Task What_one_seller_does_is_nothing_to_another()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, Define.Flow([Define.Trigger("t", "Go"), "platform"], "t>platform"));
        await engine.PublishAsync(Define.Flow([Define.Trigger("t", "Mine"), "own"], "t>own"));
        await engine.InTenantAsync(s => engine.Definitions.SaveAsync(s, new SaveDefinition(Define.Flow(["x"], "", id: "theirs"), "ann") { Publish = true }, default));

        var seen = await AsAsync(engine, Stranger, s => engine.Queries.ListAsync(s, new DefinitionFilter { Version = VersionOptions.AllVersions }, default));
        seen.Items.ShouldHaveSingleItem().VersionId.ShouldBe("test@1");
        seen.Items[0].IsPublished.ShouldBeTrue();
        await Should.ThrowAsync<WorkflowNotFoundException>(() => AsAsync(engine, Stranger, s => engine.Workflows.StartAsync(s, new StartWorkflow("theirs"), default)));

        // The same id, chosen by both, is two definitions.
        var other = await AsAsync(engine, Stranger, s => engine.Definitions.SaveAsync(s, new SaveDefinition(Define.Flow(["y"], "", id: "theirs"), "eve") { Publish = true }, default));
        other.Version.Summary.Version.ShouldBe(1);

        await AsAsync(engine, Stranger, async s =>
        {
            await engine.Workflows.SignalAsync(s, new Stimulus("Go"), default);
            return 0;
        });
        await engine.SignalAsync("Go", correlation: null);
        await engine.PumpAsync();
        (await AsAsync(engine, Stranger, s => s.Connection.ExecuteScalarAsync<int>("SELECT count(*) FROM agentiq.workflow_instances"))).ShouldBe(1, "the stranger's is the platform's");
        (await engine.CountAsync("workflow_instances")).ShouldBe(0, "the copy waits for another event");
    }

    [Fact]
    public async Task Another_sellers_versions_can_be_neither_seen_nor_touched()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["own"], ""));
        var version = (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary.VersionId;

        (await AsAsync(engine, Stranger, s => engine.Queries.FindByIdAsync(s, version, default))).ShouldBeNull();
        (await AsAsync(engine, Stranger, s => engine.Definitions.DeleteVersionAsync(s, version, "eve", default))).ShouldBeFalse();
        (await AsAsync(engine, Stranger, s => engine.Definitions.DeleteAsync(s, "test", "eve", default))).ShouldBeFalse();
        await Should.ThrowAsync<DefinitionNotFoundException>(() => AsAsync(engine, Stranger, s => engine.Definitions.PublishLatestAsync(s, "test", "eve", default)));
        await Should.ThrowAsync<DefinitionNotFoundException>(() => AsAsync(engine, Stranger, s => engine.Definitions.RetractAsync(s, "test", "eve", default)));
        await Should.ThrowAsync<DefinitionNotFoundException>(() => AsAsync(engine, Stranger, s => engine.Definitions.RevertAsync(s, "test", 1, "eve", default)));
        await Should.ThrowAsync<DefinitionNotFoundException>(() => AsAsync(engine, Stranger, s => engine.Definitions.FreezeAsync(s, "test", VersionOptions.Latest, default)));
        (await engine.FindVersionAsync(VersionOptions.Published))!.Summary.VersionId.ShouldBe(version);
    }

    [Fact]
    public async Task Without_a_tenant_nothing_is_told()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["own"], ""));
        await using var nobody = await engine.Database.App.OpenConnectionAsync();
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => nobody.ExecuteScalarAsync<int>("SELECT count(*) FROM agentiq.workflow_versions"))).MessageText.ShouldContain("no tenant is set");
    }

    [Fact]
    public async Task Deleting_or_retracting_the_copy_returns_to_the_platforms()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, Define.Flow(["platform"], ""));
        await engine.PublishAsync(Define.Flow(["own"], ""));
        await engine.InTenantAsync(s => engine.Definitions.RetractAsync(s, "test", "ann", default));
        (await engine.FindVersionAsync(VersionOptions.Published))!.Summary.VersionId.ShouldBe("test@1");

        await engine.InTenantAsync(s => engine.Definitions.DeleteAsync(s, "test", "ann", default));
        var latest = (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary;
        (latest.VersionId, latest.IsPublished).ShouldBe(("test@1", true));

        (await Should.ThrowAsync<DefinitionRefusedException>(() => engine.InTenantAsync(s => engine.Definitions.RetractAsync(s, "test", "ann", default)))).Message.ShouldContain("by the platform");
        (await engine.InTenantAsync(s => engine.Definitions.DeleteVersionAsync(s, "test@1", "ann", default))).ShouldBeFalse();
        (await engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "test", "ann", default))).AlreadyPublished.ShouldBeTrue();
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task Saving_the_platforms_text_unchanged_makes_no_copy_and_reverting_to_it_rebases_the_copy()
    {
        await using var engine = await Engine.CreateAsync();
        await ImportAsync(engine, Define.Flow(["platform"], ""));
        (await engine.SaveAsync(Define.Flow(["platform"], ""))).VersionId.ShouldBe("test@1");
        await engine.SaveAsync(Define.Flow(["own"], ""));
        await ImportAsync(engine, Define.Flow(["release"], ""));
        await ImportAsync(engine, Define.Flow(["release 3"], ""));

        var reverted = await engine.InTenantAsync(s => engine.Definitions.RevertAsync(s, "test", 3, "ann", default));
        (reverted.Summary.BaseVersionId, reverted.Summary.NewerBaseVersionId, reverted.Body).ShouldBe(("test@3", null, Define.Flow(["release 3"], "")));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static Task<T> AsAsync<T>(Engine engine, Guid tenant, Func<TenantScope, Task<T>> work) => engine.Database.InTenantAsync(tenant, work, CancellationToken.None);

    private async Task ImportAsync(Engine engine, string definition)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "test.json"), definition);
        (await engine.Definitions.ImportPlatformAsync(_folder.FullName, CancellationToken.None)).Imported.ShouldBe(["test"]);
    }
}
