using AgentIQ.Workflows.Definitions;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What can only be found beside the tenant's other definitions.</summary>
public sealed class TenantValidationTests
{
    [Fact]
    public async Task Workflows_that_do_not_exist_or_are_not_published_are_warnings_naming_who_starts_them()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow(["end"], "", id: "published"));
        await engine.InTenantAsync(scope => engine.Definitions.SaveAsync(scope, new SaveDefinition(Define.Flow(["end"], "", id: "draft"), "test"), CancellationToken.None));
        var definition = Define.Flow(
            [Starting("a", "Elsa.DispatchWorkflow", "published"), Starting("b", "Elsa.ExecuteWorkflow", "draft"), Starting("c", "Elsa.BulkDispatchWorkflows", "none"), Starting("d", "Elsa.DispatchWorkflow", "test")],
            "a>b b>c c>d");

        var findings = await engine.InTenantAsync(scope => engine.Definitions.ValidateAsync(scope, definition, CancellationToken.None));

        findings.ShouldAllBe(f => f.Severity == DiagnosticSeverity.Warning);
        findings.Select(f => $"{f.ActivityId} {f.Path} {f.Message}").ShouldBe(
        [
            "b root.activities[1].workflowDefinitionId 'b' starts the workflow 'draft', which has no published version, so it will fail: publish that one",
            "c root.activities[2].workflowDefinitionId 'c' starts the workflow 'none', which does not exist, so it will fail: choose another",
        ]);
        findings[1].In("ru", id => id == "c" ? "Разослать" : null).ShouldBe("«Разослать» запускает процесс «none», которого нет, поэтому случится ошибка: выберите другой");
        engine.Definitions.Validate(definition).ShouldBeEmpty("it knows no tenant");
    }

    [Fact]
    public async Task Publishing_says_it_too_and_is_not_refused_for_it()
    {
        await using var engine = await Engine.CreateAsync();
        var saved = await engine.InTenantAsync(scope => engine.Definitions.SaveAsync(
            scope, new SaveDefinition(Define.Flow([Starting("a", "Elsa.DispatchWorkflow", "none")], ""), "test") { Publish = true }, CancellationToken.None));

        saved.Version.Summary.IsPublished.ShouldBeTrue();
        saved.Diagnostics.ShouldHaveSingleItem().ActivityId.ShouldBe("a");
        var stored = await engine.InTenantAsync(scope => engine.Definitions.ValidateAsync(scope, saved.Version, CancellationToken.None));
        stored.ShouldBe(saved.Diagnostics);
    }

    [Fact]
    public async Task What_only_running_tells_and_what_is_no_definition_is_left_alone()
    {
        await using var engine = await Engine.CreateAsync();
        var computed = Define.Flow([Of("a", "Elsa.DispatchWorkflow", ("workflowDefinitionId", Script("'none'")))], "");

        (await engine.InTenantAsync(scope => engine.Definitions.ValidateAsync(scope, computed, CancellationToken.None))).ShouldBeEmpty();
        (await engine.InTenantAsync(scope => engine.Definitions.ValidateAsync(scope, "{", CancellationToken.None))).ShouldHaveSingleItem().Severity.ShouldBe(DiagnosticSeverity.Fatal);
    }

    private static System.Text.Json.Nodes.JsonObject Starting(string id, string type, string definition) => Of(id, type, ("workflowDefinitionId", Literal(definition)));
}
