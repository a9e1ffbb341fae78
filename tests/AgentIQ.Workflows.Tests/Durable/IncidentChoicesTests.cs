using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Tests.Durable;

/// <summary>What pages can offer about incidents and instances.</summary>
public sealed class IncidentChoicesTests
{
    [Fact]
    public async Task The_outcomes_are_those_of_the_activity_in_its_version()
    {
        await using var engine = await Engine.CreateAsync();

        (await OutcomesAsync(engine, Define.Flow([Define.Decision("d", "missing()"), "z"], "d.True>z"))).ShouldBe(["True", "False"]);
        (await OutcomesAsync(engine, Define.Flow([Define.Say("w", "missing()")], ""))).ShouldBe(["Done"]);
        (await OutcomesAsync(engine, Define.Flow([Define.Of("r", "Elsa.RunJavaScript", ("script", Define.Literal("missing()"))), "z"], "r.Late>z"))).ShouldContain("Late");
    }

    [Fact]
    public async Task A_resolved_incident_is_no_longer_open_and_one_of_somebody_else_is_not_there()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Say("w", "missing()")], ""));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        var incident = (await engine.IncidentsAsync(id)).Single().Id;

        (await ChoicesAsync(engine, incident))[incident].IsOpen.ShouldBeTrue();
        await engine.InTenantAsync(scope => engine.Incidents.SkipAsync(scope, incident, "Done", "maria", CancellationToken.None));
        await engine.PumpAsync();

        (await ChoicesAsync(engine, incident))[incident].IsOpen.ShouldBeFalse();
        (await ChoicesAsync(engine, Guid.CreateVersion7())).ShouldBeEmpty();
        (await engine.Database.InTenantAsync(Guid.CreateVersion7(), scope => engine.Incidents.ChoicesAsync(scope, [incident], CancellationToken.None), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_instance_is_cancelled_by_somebody_while_it_has_not_ended()
    {
        await using var engine = await Engine.CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Event("e", "Go")], ""));
        var id = await engine.StartAsync();
        await engine.PumpAsync();

        (await CancelAsync(engine, id)).ShouldBeTrue();
        await engine.PumpAsync();

        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Cancelled);
        var action = (await engine.InTenantAsync(scope => engine.Incidents.ActionsAsync(scope, id, CancellationToken.None))).ShouldHaveSingleItem();
        (action.Action, action.Actor, action.IncidentId).ShouldBe(("cancel", "maria", null));
        (await CancelAsync(engine, id)).ShouldBeFalse();
        (await CancelAsync(engine, Guid.CreateVersion7())).ShouldBeFalse();
    }

    private static Task<bool> CancelAsync(Engine engine, Guid id) => engine.InTenantAsync(scope => engine.Incidents.CancelInstanceAsync(scope, id, "maria", CancellationToken.None));

    private static Task<IReadOnlyDictionary<Guid, IncidentChoices>> ChoicesAsync(Engine engine, Guid incident) =>
        engine.InTenantAsync(scope => engine.Incidents.ChoicesAsync(scope, [incident], CancellationToken.None));

    private static async Task<IReadOnlyList<string>> OutcomesAsync(Engine engine, string definition)
    {
        await engine.PublishAsync(definition);
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        var incident = (await engine.IncidentsAsync(id)).Single().Id;
        return (await ChoicesAsync(engine, incident))[incident].Outcomes;
    }
}
