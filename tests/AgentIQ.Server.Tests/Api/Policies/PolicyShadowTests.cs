using System.Text.Json;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Tests.Api.Workflows;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>A version that is tried beside the one in force.</summary>
public sealed class PolicyShadowTests
{
    [Fact]
    public async Task Nothing_in_shadow_is_said_so()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Analyst);

        var shadow = await person.JsonAsync($"{Deadlines.Set}/shadow");

        shadow.Members().ShouldBe(["version", "since", "decisions", "differing", "outputs", "samples"]);
        shadow.GetProperty("version").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_version_in_shadow_changes_nothing_and_its_differences_are_counted()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(30)));
        var label = await manager.SaveAsync(Deadlines.Of(7));
        await manager.AskAsync($"{Deadlines.Set}/versions/{label}/publication", new { state = "shadow" });

        var interaction = await desk.ReceiveAsync(manager, "first");

        interaction.Deadline().Text("version").ShouldBe("seller-1");
        var shadow = await manager.JsonAsync($"{Deadlines.Set}/shadow");
        (shadow.Text("version"), shadow.GetProperty("decisions").GetInt64(), shadow.GetProperty("differing").GetInt64()).ShouldBe((label, 1, 1));
        var shift = shadow.List("outputs").Single(output => output.Text("output") == "first_response_minutes").List("shifts").Single();
        shift.Members().ShouldBe(["from", "to", "count", "same"]);
        shift.Text("from").ShouldContain("30");
        shift.Text("to").ShouldContain("7");
        var sample = shadow.List("samples").Single();
        sample.Members().ShouldBe(["decisionId", "interactionId", "at", "subject", "before", "after", "rowsBefore", "rowsAfter"]);
        (sample.Text("interactionId"), sample.Text("decisionId")).ShouldBe((interaction.Text("id"), interaction.Deadline().Text("id")));
        (await manager.JsonAsync("/api/policies")).EnumerateArray().Single(set => set.Text("name") == "sla").Text("shadow").ShouldBe(label);
    }
}
