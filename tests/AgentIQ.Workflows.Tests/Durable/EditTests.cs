using Dapper;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>Whose changes a save would overwrite.</summary>
public sealed class EditTests
{
    [Fact]
    public async Task What_somebody_else_saved_in_between_is_not_lost_behind_ones_own_save()
    {
        await using var engine = await Engine.CreateAsync();
        var opened = await engine.SaveAsync(Define.Flow(["a"], ""));
        await engine.SaveAsync(Define.Flow(["b"], ""), "bob");
        await engine.SaveAsync(Define.Flow(["c"], ""));

        (await Should.ThrowAsync<DefinitionConflictException>(() => BasedOnAsync(engine, opened, Define.Flow(["d"], "")))).Edit.Author.ShouldBe("bob");
        var seen = await engine.ByIdAsync(opened.VersionId);
        (await BasedOnAsync(engine, seen.Summary, Define.Flow(["d"], ""))).Version.Summary.Change.ShouldBe(4);
    }

    [Fact]
    public async Task However_often_they_save_there_is_one_row_for_each_person()
    {
        await using var engine = await Engine.CreateAsync();
        for (var i = 0; i < 20; i++)
        {
            await engine.SaveAsync(Define.Flow([$"n{i}"], ""), i % 2 == 0 ? "ann" : "bob");
        }

        (await engine.InTenantAsync(s => s.Connection.QueryAsync<long>("SELECT change FROM agentiq.workflow_edits ORDER BY change"))).ShouldBe([19, 20]);
    }

    [Fact]
    public async Task Who_sends_the_same_new_definition_again_soon_gets_the_first_one()
    {
        await using var engine = await Engine.CreateAsync();
        const string text = """{"name":"Workflow 1","root":{"id":"f","type":"Elsa.Flowchart","version":1}}""";
        var first = await engine.SaveAsync(text);
        (await engine.SaveAsync(text)).DefinitionId.ShouldBe(first.DefinitionId);
        engine.Time.Advance(TimeSpan.FromMinutes(2));
        (await engine.SaveAsync(text)).DefinitionId.ShouldNotBe(first.DefinitionId);
    }

    private static Task<SavedDefinition> BasedOnAsync(Engine engine, DefinitionVersionSummary opened, string definition) => engine.InTenantAsync(s =>
        engine.Definitions.SaveAsync(s, new SaveDefinition(definition, "ann") { BasedOn = DefinitionRevision.Of(opened) }, default));
}
