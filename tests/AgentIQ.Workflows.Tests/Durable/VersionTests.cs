using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using Dapper;
using Npgsql;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Drafts, publication, retracting, reverting and deleting (elsa-studio-contract 5.6).</summary>
public sealed class VersionTests
{
    [Fact]
    public async Task A_draft_is_changed_in_place_until_it_is_published_and_then_a_new_one_is_made()
    {
        await using var engine = await Engine.CreateAsync();
        var first = await engine.SaveAsync(Define.Flow(["a"], ""));
        var second = await engine.SaveAsync(Define.Flow(["b"], ""));
        (second.VersionId, second.Version, second.Revision, second.IsPublished, second.IsFrozen).ShouldBe((first.VersionId, 1, 2, false, false));

        var published = (await engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "test", "ann", default))).Version.Summary;
        (published.VersionId, published.IsLatest, published.IsPublished, published.PublishedAt).ShouldBe((first.VersionId, true, true, engine.Time.GetUtcNow()));

        var draft = await engine.SaveAsync(Define.Flow(["c"], ""), "bob");
        (draft.Version, draft.IsLatest, draft.IsPublished, draft.CreatedBy).ShouldBe((2, true, false, "bob"));
        var old = (await engine.ByIdAsync(first.VersionId)).Summary;
        (old.IsLatest, old.IsPublished).ShouldBe((false, true));

        (await engine.FindVersionAsync(VersionOptions.Published))!.Summary.Version.ShouldBe(1);
        (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary.Version.ShouldBe(2);
        (await engine.FindVersionAsync(VersionOptions.LatestOrPublished))!.Summary.Version.ShouldBe(2);
        (await engine.FindVersionAsync(VersionOptions.LatestAndPublished)).ShouldBeNull();
        (await engine.FindVersionAsync(VersionOptions.Draft))!.Summary.Version.ShouldBe(2);
        (await engine.FindVersionAsync(VersionOptions.Of(1)))!.Summary.VersionId.ShouldBe(first.VersionId);
        (await engine.FindVersionAsync(VersionOptions.Of(3))).ShouldBeNull();
    }

    [Fact]
    public async Task Saving_what_is_stored_already_changes_nothing_so_a_repeated_request_is_harmless()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["a"], ""));
        var again = await engine.InTenantAsync(s => engine.Definitions.SaveAsync(s, new SaveDefinition(Define.Flow(["a"], ""), "ann") { Publish = true }, default));
        again.AlreadyPublished.ShouldBeTrue();

        var handedOut = await engine.InTenantAsync(async s => await engine.Queries.ForDesignerAsync(s, (await engine.Queries.FindAsync(s, "test", VersionOptions.Latest, default))!, "[]", default));
        (await engine.SaveAsync(handedOut)).Version.ShouldBe(1);
        (await engine.CountAsync("workflow_definitions")).ShouldBe(1);
    }

    [Fact]
    public async Task The_text_is_stored_as_it_was_saved()
    {
        const string text = """{ "definitionId":"test", "name":"Имя","odd":1.0, "n": 1e3,"variables":null,"root":{"id":"x","type":"No.Such","ж":[1.50]} }""";
        await using var engine = await Engine.CreateAsync();
        var saved = await engine.SaveAsync(text);
        (await engine.ByIdAsync(saved.VersionId)).Body.ShouldBe(text);
        saved.Name.ShouldBe("Имя");
    }

    [Fact]
    public async Task Without_an_id_it_is_a_new_definition()
    {
        await using var engine = await Engine.CreateAsync();
        var one = await engine.SaveAsync("""{"definitionId":null,"name":"Workflow 1","root":{"id":"f","type":"Elsa.Flowchart","version":1,"name":"F"}}""");
        var two = await engine.SaveAsync("""{"name":"Workflow 2","root":{"id":"f","type":"Elsa.Flowchart","version":1,"name":"F"}}""");
        one.DefinitionId.ShouldNotBe(two.DefinitionId);
        await engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, one.DefinitionId, "ann", default));
        var id = await engine.StartAsync(one.DefinitionId);
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Theory]
    [InlineData("[]", "expected an object")]
    [InlineData("{", "not JSON")]
    [InlineData("""{"definitionId":"x"}""", "root: expected an activity")]
    [InlineData("""{"definitionId":" x","root":{"id":"f","type":"Elsa.Flowchart"}}""", "definitionId: expected an id")]
    [InlineData("""{"definitionId":"x","root":{"id":"f","type":"Elsa.Flowchart","activities":[],"connections":[{}]}}""", "seems to have lost its activities")]
    public async Task What_is_no_definition_is_not_even_saved(string text, string reason)
    {
        await using var engine = await Engine.CreateAsync();
        (await Should.ThrowAsync<InvalidDefinitionException>(() => engine.SaveAsync(text))).Message.ShouldContain(reason);
    }

    [Fact]
    public async Task A_draft_may_have_errors_and_publishing_it_names_them_all()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["good"], ""));
        var draft = await engine.InTenantAsync(s => engine.Definitions.SaveAsync(s, new SaveDefinition(Define.Flow([Define.Of("x", "No.Such"), Define.Of("y", "Nor.This")], "x>gone"), "ann"), default));
        draft.Diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error).ShouldBe(3);

        var refused = await Should.ThrowAsync<InvalidDefinitionException>(() => engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "test", "ann", default)));
        refused.Message.ShouldContain("'No.Such' is unknown");
        refused.Message.ShouldContain("'Nor.This' is unknown");
        (await engine.FindVersionAsync(VersionOptions.Published))!.Summary.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_starts_nothing_until_it_is_started_by_hand_and_then_it_is_frozen()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.SaveAsync(Define.Flow([Define.Trigger("t", "Go"), "z"], "t>z"));
        await engine.SignalAsync("Go", correlation: null);
        await engine.PumpAsync();
        (await engine.CountAsync("workflow_instances")).ShouldBe(0);
        await Should.ThrowAsync<WorkflowNotFoundException>(() => engine.StartAsync());

        var id = await engine.InTenantAsync(async s =>
        {
            var version = await engine.Definitions.FreezeAsync(s, "test", VersionOptions.Latest, default);
            return await engine.Workflows.StartAsync(s, new StartWorkflow("test") { VersionId = version }, default);
        });
        await engine.PumpAsync();

        (await engine.JournalAsync(id)).ShouldContain("t:Suspended");
        (await engine.SaveAsync(Define.Flow([Define.Trigger("t", "Go"), "y"], "t>y"))).Version.ShouldBe(2);
        (await engine.FindAsync(id)).VersionId.ShouldNotBe((await engine.FindVersionAsync(VersionOptions.Latest))!.Summary.VersionId);
    }

    [Fact]
    public async Task Retracting_stops_starts_and_lets_running_instances_go_on()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();

        var retracted = (await engine.InTenantAsync(s => engine.Definitions.RetractAsync(s, "test", "ann", default))).Summary;
        (retracted.IsLatest, retracted.IsPublished).ShouldBe((true, false));
        await Should.ThrowAsync<WorkflowNotFoundException>(() => engine.StartAsync());
        (await Should.ThrowAsync<DefinitionRefusedException>(() => engine.InTenantAsync(s => engine.Definitions.RetractAsync(s, "test", "ann", default)))).Message.ShouldContain("is not published");

        await engine.SignalAsync("Go", "c");
        await engine.PumpAsync();
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);

        // What has run is never changed: a save after retracting makes a new version.
        (await engine.SaveAsync(Define.Flow(["new"], ""))).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Reverting_copies_an_old_version_as_the_highest_draft()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["one"], ""));
        await engine.PublishAsync(Define.Flow(["two"], ""));

        var reverted = await engine.InTenantAsync(s => engine.Definitions.RevertAsync(s, "test", 1, "ann", default));

        (reverted.Summary.Version, reverted.Summary.IsLatest, reverted.Summary.IsPublished).ShouldBe((3, true, false));
        reverted.Body.ShouldBe(Define.Flow(["one"], ""));
        (await engine.FindVersionAsync(VersionOptions.Published))!.Summary.Version.ShouldBe(2);
        await Should.ThrowAsync<DefinitionNotFoundException>(() => engine.InTenantAsync(s => engine.Definitions.RevertAsync(s, "test", 9, "ann", default)));
    }

    [Fact]
    public async Task Deleting_the_latest_promotes_the_next_highest_and_numbers_are_not_used_again()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["one"], ""));
        var draft = await engine.SaveAsync(Define.Flow(["two"], ""));
        (await engine.InTenantAsync(s => engine.Definitions.DeleteVersionAsync(s, draft.VersionId, "ann", default))).ShouldBeTrue();
        (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary.Version.ShouldBe(1);
        (await engine.InTenantAsync(s => engine.Definitions.DeleteVersionAsync(s, draft.VersionId, "ann", default))).ShouldBeFalse();

        await engine.PublishAsync(Define.Flow(["three"], ""));
        var latest = (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary;
        (await engine.InTenantAsync(s => engine.Definitions.DeleteVersionAsync(s, latest.VersionId, "ann", default))).ShouldBeTrue();
        (await engine.FindVersionAsync(VersionOptions.Latest))!.Summary.Version.ShouldBe(1);
        (await engine.FindVersionAsync(VersionOptions.Published)).ShouldBeNull("the deleted one was published");
        (await engine.SaveAsync(Define.Flow(["four"], ""))).Version.ShouldBe(3);
    }

    [Fact]
    public async Task A_deleted_definition_starts_nothing_while_what_ran_on_it_stays_readable_and_ends()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go"), "z"], "e>z"));
        var id = await engine.StartAsync(correlation: "c");
        await engine.PumpAsync();
        var version = (await engine.FindAsync(id)).VersionId;

        (await engine.InTenantAsync(s => engine.Definitions.DeleteAsync(s, "test", "ann", default))).ShouldBeTrue();

        (await engine.InTenantAsync(s => engine.Definitions.DeleteAsync(s, "test", "ann", default))).ShouldBeFalse();
        (await engine.FindVersionAsync(VersionOptions.AllVersions)).ShouldBeNull();
        (await engine.ListAsync(new DefinitionFilter { Version = VersionOptions.AllVersions })).TotalCount.ShouldBe(0);
        (await engine.ByIdAsync(version)).Summary.IsDeleted.ShouldBeTrue();
        (await engine.ListAsync(new DefinitionFilter { Version = VersionOptions.AllVersions, VersionIds = [version] })).Items.ShouldHaveSingleItem().VersionId.ShouldBe(version);
        await Should.ThrowAsync<WorkflowNotFoundException>(() => engine.StartAsync());

        await using var restarted = engine.Another();
        await engine.SignalAsync("Go", "c");
        await restarted.PumpAsync();
        (await engine.JournalAsync(id)).ShouldContain("z:Completed");
    }

    [Fact]
    public async Task What_was_published_or_run_cannot_be_changed_or_removed_in_the_database_either()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["one"], ""));
        foreach (var sql in (string[])["UPDATE agentiq.workflow_definitions SET body = '{}'", "UPDATE agentiq.workflow_definitions SET frozen_at = NULL", "DELETE FROM agentiq.workflow_definitions"])
        {
            (await Should.ThrowAsync<PostgresException>(() => engine.InTenantAsync(s => s.Connection.ExecuteAsync(sql)))).MessageText.ShouldContain("has been published or run");
        }
    }

    [Fact]
    public async Task Who_saves_over_somebody_elses_save_is_told()
    {
        await using var engine = await Engine.CreateAsync();
        var opened = await engine.SaveAsync(Define.Flow(["a"], ""));
        await engine.SaveAsync(Define.Flow(["b"], ""), "bob");

        var stale = new SaveDefinition(Define.Flow(["c"], ""), "ann") { BasedOn = DefinitionRevision.Of(opened) };
        var conflict = await Should.ThrowAsync<DefinitionConflictException>(() => engine.InTenantAsync(s => engine.Definitions.SaveAsync(s, stale, default)));
        conflict.Message.ShouldContain("saved by bob");
        conflict.Edit.ShouldBe(new DefinitionEdit("bob", engine.Time.GetUtcNow(), DefinitionEditKind.Saved));

        // The same text again is no conflict: the answer was lost, not the save.
        var repeated = new SaveDefinition(Define.Flow(["b"], ""), "bob") { BasedOn = DefinitionRevision.Of(opened) };
        (await engine.InTenantAsync(s => engine.Definitions.SaveAsync(s, repeated, default))).Version.Summary.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Many_who_save_and_publish_at_once_leave_one_latest_and_one_published_version()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["first"], ""));
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => i % 3 == 0
            ? (Task)engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "test", "ann", default))
            : engine.InTenantAsync(s => engine.Definitions.SaveAsync(s, new SaveDefinition(Define.Flow([$"n{i}"], ""), "ann") { Publish = i % 3 == 1 }, default))));

        var all = (await engine.ListAsync(new DefinitionFilter { Version = VersionOptions.AllVersions, OrderBy = DefinitionOrder.Version })).Items;
        all.Count(v => v.IsLatest).ShouldBe(1);
        all.Count(v => v.IsPublished).ShouldBe(1);
        all.Select(v => v.Version).ShouldBe(Enumerable.Range(1, all.Count));
        all[^1].IsLatest.ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_published_and_rolled_back_is_not_remembered()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.SaveAsync(Define.Flow(["wrong"], ""));
        await Should.ThrowAsync<OperationCanceledException>(() => engine.InTenantAsync(async s =>
        {
            await engine.Definitions.PublishLatestAsync(s, "test", "ann", default);
            throw new OperationCanceledException();
        }));
        await engine.PublishAsync(Define.Flow(["right"], ""));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldBe(["right:Started", "right:Completed"]);
    }

    [Fact]
    public async Task Lists_filter_search_sort_and_page()
    {
        await using var engine = await Engine.CreateAsync();
        foreach (var name in (string[])["Вега", "Альфа", "бета_1"])
        {
            await engine.SaveAsync(Define.Flow(["a"], "", id: $"id-{name}").Replace($"\"name\":\"id-", "\"name\":\"", StringComparison.Ordinal));
        }

        await engine.InTenantAsync(s => engine.Definitions.PublishLatestAsync(s, "id-Вега", "ann", default));
        (await engine.ListAsync(new DefinitionFilter { Version = VersionOptions.Published })).Items.ShouldHaveSingleItem().DefinitionId.ShouldBe("id-Вега");
        (await engine.ListAsync(new DefinitionFilter { SearchTerm = "ВЕ" })).Items.ShouldHaveSingleItem().DefinitionId.ShouldBe("id-Вега");
        (await engine.ListAsync(new DefinitionFilter { SearchTerm = "%" })).TotalCount.ShouldBe(0);
        (await engine.ListAsync(new DefinitionFilter { DefinitionIds = ["id-Альфа", "none"] })).TotalCount.ShouldBe(1);
        (await engine.ListAsync(new DefinitionFilter { IsSystem = true })).TotalCount.ShouldBe(0);
        var page = await engine.ListAsync(new DefinitionFilter { OrderBy = DefinitionOrder.Created, Descending = true, Skip = 1, Take = 1 });
        page.TotalCount.ShouldBe(3);
        page.Items.Count.ShouldBe(1);
        (await engine.InTenantAsync(s => engine.Queries.IsNameUniqueAsync(s, "nobody", definitionId: null, default))).ShouldBeTrue();
        var taken = page.Items[0];
        (await engine.InTenantAsync(s => engine.Queries.IsNameUniqueAsync(s, taken.Name!, definitionId: null, default))).ShouldBeFalse();
        (await engine.InTenantAsync(s => engine.Queries.IsNameUniqueAsync(s, taken.Name!, taken.DefinitionId, default))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("latest", "Latest")]
    [InlineData("PUBLISHED", "Published")]
    [InlineData("", "AllVersions")]
    [InlineData("3", "3")]
    public void Version_options_are_read_as_the_designer_writes_them(string text, string expected)
    {
        VersionOptions.TryParse(text, out var options).ShouldBeTrue();
        options.ToString().ShouldBe(expected);
    }

    [Fact]
    public void Other_version_options_are_refused() => VersionOptions.TryParse("PublishedOrDraft", out _).ShouldBeFalse();
}
