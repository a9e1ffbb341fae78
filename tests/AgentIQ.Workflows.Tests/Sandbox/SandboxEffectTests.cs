using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Tests.Durable;
using AgentIQ.Workflows.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using static AgentIQ.Workflows.Tests.Sandbox.SandboxEngine;

namespace AgentIQ.Workflows.Tests.Sandbox;

/// <summary>What a trial run does with effects: a class that says nothing reaches nobody.</summary>
public sealed class SandboxEffectTests
{
    [Fact]
    public async Task An_effect_that_says_nothing_about_trial_runs_is_not_sent_and_the_journal_says_so()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call"), Note("after")], "c>after"));

        var id = await engine.TryAsync();
        await engine.PumpAsync();

        engine.Probe.Seen.ShouldBeEmpty();
        (await engine.NotesAsync()).ShouldBe(["after"]);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        var page = await engine.InTenantAsync(scope => engine.Viewer.JournalAsync(scope, id, JournalFilter.None, 0, 100, CancellationToken.None));
        page.Items.Where(i => i.ActivityId == "c").Select(i => (i.EventName, i.Message)).ShouldBe(
            [("Started", null), ("Suspended", null), ("Resumed", EffectResult.NotSentNote), ("Completed", null)]);
    }

    [Fact]
    public async Task Without_Done_it_takes_the_first_way_that_is_no_failure_and_needs_no_answer()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Choosy"), Note("delivered"), Note("failed")], "c.Delivered>delivered c.Failed>failed"));

        await engine.TryAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["delivered"]);
    }

    [Fact]
    public async Task One_that_declares_a_stand_in_is_run_and_knows_where_it_is()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.AskStandIn")], ""));

        await engine.TryAsync();
        await engine.StartAsync();
        await engine.PumpAsync();

        engine.Probe.Seen.Order().ShouldBe(["real", "stand-in"]);
    }

    [Fact]
    public async Task What_a_trial_run_pretended_is_not_done_for_a_real_instance_with_the_same_key()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call", ("key", Define.Literal("order 5")))], ""));

        await engine.TryAsync();
        await engine.PumpAsync();
        engine.Probe.Seen.ShouldBeEmpty();
        await engine.StartAsync();
        await engine.PumpAsync();

        engine.Probe.Seen.ShouldBe(["run"]);
        await engine.TryAsync();
        await engine.PumpAsync();
        engine.Probe.Seen.ShouldBe(["run"]);
    }

    [Theory]
    [InlineData("Elsa.FlowSendHttpRequest", "[201,204]", "201")]
    [InlineData("Elsa.FlowSendHttpRequest", "[]", "200")]
    public async Task A_request_is_not_sent_and_takes_the_way_of_the_first_expected_status(string type, string expected, string code)
    {
        var seen = new ConcurrentQueue<string>();
        await using var server = await TestServer.StartAsync(context =>
        {
            seen.Enqueue(context.Request.Path);
            return Task.CompletedTask;
        });
        await using var engine = await HttpAsync();
        await engine.PublishAsync(Define.Flow(
            [
                Define.Of("h", type, ("url", Define.Literal(server.Address.ToString())), ("method", Define.Literal("POST")), ("expectedStatusCodes", Define.Expression("Object", expected)),
                    ("statusCode", new JsonObject { ["memoryReference"] = new JsonObject { ["id"] = "code" } })),
                Define.Of("done", "Test.Note", ("text", Define.Script("'status ' + variables.code"))),
            ],
            "h>done", variables: [Define.Variable("code")]));

        var id = await engine.TryAsync();
        await engine.PumpAsync();

        seen.ShouldBeEmpty();
        (await engine.NotesAsync()).ShouldBe([$"status {code}"]);
        (await engine.InTenantAsync(s => engine.Viewer.JournalAsync(s, id, JournalFilter.None, 0, 100, CancellationToken.None)))
            .Items.ShouldContain(i => i.ActivityId == "h" && i.Message == EffectResult.NotSentNote);
    }

    [Fact]
    public async Task In_memory_it_is_the_same()
    {
        var world = new InMemoryWorkflows(options: new InMemoryOptions { RealEffects = new HashSet<string> { "Elsa.FlowSendHttpRequest" } });
        world.Publish(Define.Flow(
            [Define.Of("h", "Elsa.FlowSendHttpRequest", ("url", Define.Literal("http://127.0.0.1:1/"))), Define.Line("done")],
            "h>done"));

        var instance = await world.StartAsync(new StartWorkflow("test") { Sandbox = true });

        instance.IsSandbox.ShouldBeTrue();
        instance.SubStatus.ShouldBe(WorkflowSubStatus.Finished);
        world.Lines.ShouldBe(["done"]);
    }

    private static Task<Engine> HttpAsync() => Engine.CreateAsync(
        services => services.AddSingleton(new SecretBox(SecretKeys.Parse(Convert.ToBase64String(new byte[32])))),
        options => options.Http.AllowedNetworks.Add(IPNetwork.Parse("127.0.0.0/8")));
}
