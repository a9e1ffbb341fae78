using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.Tests.Durable;
using Microsoft.Extensions.DependencyInjection;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.InMemoryRuntime;

/// <summary>Effects in memory: refused, answered, or run for real.</summary>
public sealed class InMemoryEffectsTests
{
    private static readonly InMemoryEngine Engine = new(new ActivityRegistry([typeof(Call), typeof(Note)]));

    private static readonly string Calls = Define.Flow(
        [Call("one", "k"), Call("two", "k")], "one>two", variables: [Variable("A", "String")]);

    [Fact]
    public async Task Without_leave_an_effect_fails_and_says_why()
    {
        var (instance, probe) = await RunAsync(new InMemoryOptions());

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Faulted);
        instance.Incidents.Single().Message.ShouldContain("in memory, where Test.Call reaches nobody");
        probe.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_author_can_answer_in_place_of_the_outside()
    {
        var (instance, probe) = await RunAsync(new InMemoryOptions { Effects = e => EffectResult.Success(e.ActivityId) });

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        instance.Variables["A"]!.GetValue<string>().ShouldBe("one", "the second has the same key, so it is the same effect");
        probe.Seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_leave_it_runs_under_its_policy_and_once_per_key()
    {
        var attempts = 0;
        var (instance, probe) = await RunAsync(
            new InMemoryOptions { RealEffects = new HashSet<string> { "Test.Call" } },
            probe => probe.Outside = (_, _) => ++attempts < 2 ? throw new InvalidOperationException("busy") : Task.FromResult(EffectResult.Success($"attempt {attempts}")));

        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        instance.Variables["A"]!.GetValue<string>().ShouldBe("attempt 2");
        probe.Seen.ShouldBe(["run", "run"]);
    }

    [Fact]
    public async Task An_activity_that_needs_the_product_becomes_an_incident_that_says_so()
    {
        var world = new InMemoryWorkflows(Engine);
        world.Publish(Root(Of("note", "Test.Note", ("text", Literal("x")))));

        var instance = await world.StartAsync(new StartWorkflow("test"));

        instance.Incidents.Single().Message.ShouldContain("there is no Probe");
    }

    private static System.Text.Json.Nodes.JsonObject Call(string id, string key) =>
        Of(id, "Test.Call", ("key", Literal(key)), ("answer", new { memoryReference = new { id = "A" } }));

    private static async Task<(InMemoryInstance Instance, Probe Probe)> RunAsync(InMemoryOptions options, Action<Probe>? configure = null)
    {
        var probe = new Probe();
        configure?.Invoke(probe);
        var world = new InMemoryWorkflows(Engine, options with { Services = new ServiceCollection().AddSingleton(probe).BuildServiceProvider() });
        world.Publish(Calls);
        return (await world.StartAsync(new StartWorkflow("test")), probe);
    }
}
