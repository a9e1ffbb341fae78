using System.Text.Json;
using AgentIQ.Orchestration.Escalation;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Orchestration.Tests.Support;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Testing;
using AgentIQ.Workflows;

namespace AgentIQ.Orchestration.Tests.Escalation;

/// <summary>When what waits is told of other escalation rules.</summary>
public sealed class EscalationChangesTests
{
    private static readonly DateTimeOffset Now = Sample.Start;
    private static readonly TimeSpan Reloaded = 2 * new RulesOptions { Folder = "" }.ReloadInterval;

    private readonly Told _told = new();

    [Fact]
    public async Task What_waits_is_told_when_the_rules_begin_and_end_and_again_when_every_process_has_them()
    {
        var (begin, end) = (Now.AddHours(1), Now.AddDays(1));

        await PublishAsync(EscalationWatch.PolicySet, PolicyState.Active, begin, end);

        _told.Moments.ShouldBe([begin, begin + Reloaded, end, end + Reloaded]);
        _told.Changes.Distinct().Count().ShouldBe(4, "a process looks for new rules once for each change that it is told of");
    }

    [Theory]
    [InlineData(PolicyState.Active)]
    [InlineData(PolicyState.Retired)]
    public async Task A_change_of_the_past_is_one_of_now(PolicyState state)
    {
        await PublishAsync(EscalationWatch.PolicySet, state, Now.AddDays(-2), Now.AddDays(-1));

        _told.Moments.ShouldBe([Now, Now + Reloaded]);
    }

    [Theory]
    [InlineData("sla", PolicyState.Active)]
    [InlineData(EscalationWatch.PolicySet, PolicyState.Shadow)]
    [InlineData(EscalationWatch.PolicySet, PolicyState.Draft)]
    public async Task Nobody_is_told_of_what_changes_no_wake_up(string set, PolicyState state)
    {
        await PublishAsync(set, state, Now, null);

        _told.Moments.ShouldBeEmpty();
    }

    /// <summary>What is told is looked at before any database has a part in it, so there is no scope.</summary>
    private Task PublishAsync(string set, PolicyState state, DateTimeOffset from, DateTimeOffset? to) =>
        new EscalationChanges(_told, new RulesOptions { Folder = "" }, new ManualTimeProvider(Now), new TestIds())
            .PublishedAsync(null!, new PolicyPublication(set, 1, state, from, to, "owner@test.example", ""), TestContext.Current.CancellationToken);

    private sealed class Told : IWorkflows
    {
        public List<DateTimeOffset> Moments { get; } = [];

        public List<string> Changes { get; } = [];

        public Task SignalAsync(TenantScope scope, Stimulus stimulus, DateTimeOffset at, CancellationToken ct)
        {
            (stimulus.Name, stimulus.CorrelationId).ShouldBe((LifecycleStimuli.EscalationChanged, null));
            Moments.Add(at);
            Changes.Add(stimulus.Read<string>());
            return Task.CompletedTask;
        }

        public Task SignalAsync(TenantScope scope, Stimulus stimulus, CancellationToken ct) => throw new NotSupportedException();

        public Task<Guid> StartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct) => throw new NotSupportedException();

        public Task<StartResult> TryStartAsync(TenantScope scope, StartWorkflow start, CancellationToken ct) => throw new NotSupportedException();

        public Task CancelAsync(TenantScope scope, Guid instanceId, CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> CompleteTaskAsync(TenantScope scope, Guid taskId, JsonElement? result, CancellationToken ct) => throw new NotSupportedException();
    }
}
