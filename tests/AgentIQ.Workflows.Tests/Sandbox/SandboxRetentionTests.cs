using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Durable;
using Microsoft.Extensions.DependencyInjection;
using static AgentIQ.Workflows.Tests.Sandbox.SandboxEngine;

namespace AgentIQ.Workflows.Tests.Sandbox;

/// <summary>Trial runs go after some days with all that they left.</summary>
public sealed class SandboxRetentionTests
{
    private static readonly TimeSpan Kept = new RetentionOptions().SandboxRuns!.Value;

    [Fact]
    public async Task An_old_one_goes_whatever_state_it_is_in_and_real_instances_stay()
    {
        await using var engine = await CreateAsync();
        await engine.PublishAsync(Define.Flow([Define.Of("c", "Test.Call"), Define.Event("e", "Go")], "c>e", id: "waiting"));
        await engine.PublishAsync(Define.Flow([Define.Fault("f")], "", id: "broken"));
        await engine.PublishAsync(Define.Flow([Define.Of("t", "Elsa.RunTask", ("taskName", Define.Literal("pack")))], "", id: "task"));
        foreach (var definition in new[] { "waiting", "broken", "task" })
        {
            await engine.TryAsync(definition);
        }

        var real = await engine.StartAsync("waiting");
        await engine.PumpAsync();
        engine.Time.Advance(Kept - TimeSpan.FromMinutes(1));
        (await engine.Retention.RunAsync(CancellationToken.None)).Values.Sum().ShouldBe(0);
        var young = await engine.TryAsync("waiting");
        await engine.PumpAsync();

        engine.Time.Advance(TimeSpan.FromMinutes(2));
        var first = await engine.Retention.RunAsync(CancellationToken.None);
        await engine.PumpAsync();
        var second = await engine.Retention.RunAsync(CancellationToken.None);

        (first["workflow_instances.sandbox"] + second["workflow_instances.sandbox"]).ShouldBe(3);
        (await engine.CountAsync("workflow_instances")).ShouldBe(2);
        (await engine.FindAsync(real)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await engine.FindAsync(young)).SubStatus.ShouldBe(WorkflowSubStatus.Suspended);
        (await engine.CountAsync("workflow_effects")).ShouldBe(2);
        (await engine.CountAsync("workflow_incidents")).ShouldBe(0);
        (await engine.CountAsync("workflow_tasks")).ShouldBe(0);
        (await engine.CountAsync("workflow_queue")).ShouldBe(0);
    }

    [Fact]
    public async Task What_it_was_about_is_told_to_the_host_in_the_same_transaction_once_nothing_is_about_it()
    {
        var observer = new Observer();
        await using var engine = await Engine.CreateAsync(services => services.AddSingleton<ISandboxObserver>(observer));
        await engine.PublishAsync(Define.Flow([Note("n")], ""));
        await engine.TryAsync(correlation: "gone");
        await engine.TryAsync(correlation: "again");
        await engine.TryAsync();
        await engine.PumpAsync();
        engine.Time.Advance(Kept);
        await engine.TryAsync(correlation: "again");
        await engine.PumpAsync();
        observer.Fails = true;
        await Should.ThrowAsync<InvalidOperationException>(() => engine.Retention.RunAsync(CancellationToken.None));
        (await engine.CountAsync("workflow_instances")).ShouldBe(4);

        observer.Fails = false;
        (await engine.Retention.RunAsync(CancellationToken.None))["workflow_instances.sandbox"].ShouldBe(3);

        observer.Told.ShouldBe([(Engine.Seller, "gone")]);
    }

    private sealed class Observer : ISandboxObserver
    {
        public bool Fails { get; set; }

        public List<(Guid, string)> Told { get; } = [];

        public Task OnRemovedAsync(TenantScope scope, IReadOnlyList<string> correlationIds, CancellationToken ct)
        {
            if (Fails)
            {
                throw new InvalidOperationException("the host could not");
            }

            Told.AddRange(correlationIds.Select(c => (scope.TenantId, c)));
            return Task.CompletedTask;
        }
    }
}
