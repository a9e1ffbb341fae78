using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Execution;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Ingestion.Tests.Activities;

/// <summary>The activities of replies inside the real engine.</summary>
public sealed class ReplyActivitiesTests : IAsyncLifetime
{
    private const string Text = "Здравствуйте! Спасибо за отзыв.";
    private readonly FinishObserver _observer = new();
    private IngestionHost _host = null!;
    private ServiceProvider _process = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await IngestionHost.StartAsync();
        _process = _host.AnotherProcess(services =>
        {
            services.AddSingleton<IInstanceObserver>(_observer);
            services.AddWorkflows();
        });
        foreach (var service in _process.GetServices<IHostedService>())
        {
            await service.StartAsync(CancellationToken.None);
        }

        await _host.InSellerAsync(scope => _process.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, Definition, "test", CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _process.GetServices<IHostedService>().Reverse())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _process.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_is_sent_and_confirmed()
    {
        var (review, reply) = await ApproveAsync();

        await RunAsync(reply);

        _host.Account.Answers.ShouldHaveSingleItem().FeedbackId.ShouldBe(review.Id);
        (await StatusAsync(reply)).ShouldBe(ReplyStatus.Moderation);
        (await EventsAsync(reply)).ShouldBe(["received", "reply_sent", "reply_in_moderation"]);
    }

    [Fact]
    public async Task What_the_gate_blocks_at_the_last_moment_is_not_sent()
    {
        var (_, reply) = await ApproveAsync();
        _process.GetRequiredService<OpenGate>().Forbidden = "спасибо";

        await RunAsync(reply);

        _host.Account.Answers.ShouldBeEmpty();
        (await StatusAsync(reply)).ShouldBe(ReplyStatus.Failed);
        (await EventsAsync(reply)).ShouldBe(["received", "reply_blocked"]);
    }

    [Fact]
    public async Task What_the_marketplace_will_never_take_fails_with_its_reason()
    {
        var (_, reply) = await ApproveAsync(new string('я', 5001));

        await RunAsync(reply);

        (await StatusAsync(reply)).ShouldBe(ReplyStatus.Failed);
        (await EventsAsync(reply)).ShouldBe(["received", "reply_failed"]);
    }

    [Fact]
    public async Task A_marketplace_that_cannot_be_asked_says_nothing_about_the_reply()
    {
        var (_, reply) = await ApproveAsync();
        using var posted = _host.Simulator.Wildberries.OnRequest("POST", "/api/v1/feedbacks/answer", Simulator.Wildberries.Gateway.RequestMoment.Handled);
        var run = RunAsync(reply);
        await posted.Reached;
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.ServerError) { Path = "/api/v1/feedback" });
        posted.Release();
        await run;

        (await StatusAsync(reply)).ShouldBe(ReplyStatus.Sent);
        (await EventsAsync(reply)).ShouldBe(["received", "reply_sent"]);
    }

    private async Task RunAsync(Reply reply)
    {
        await _host.InSellerAsync(scope => _process.GetRequiredService<IWorkflows>().StartAsync(
            scope, new StartWorkflow("send", reply.InteractionId.ToString("D")), CancellationToken.None));
        (await _observer.Finished).ShouldBe("Finished");

        // The observer is told inside the burst's transaction: its locks are free once it is committed.
        await _host.InSellerAsync(scope => scope.Connection.ExecuteAsync("SELECT FROM replies FOR UPDATE; SELECT FROM interactions FOR UPDATE"));
    }

    private async Task<(Feedback Review, Reply Reply)> ApproveAsync(string text = Text)
    {
        var review = _host.Write();
        await _host.SyncAsync(await _host.ConnectAsync());
        var interaction = (await _host.FindAsync(review.Id))!;
        var proposal = new ReplyProposal(interaction.Id, text, new ReplyApprover(ReplyApproverKind.Person, Guid.AllBitsSet));
        var checkedReply = CheckedReply.Pass(proposal, new GateVerdict(Guid.AllBitsSet, ReplyText.Hash(text), []));
        return (review, await _host.InSellerAsync(scope => _host.Get<ReplyStore>().ApproveAsync(scope, checkedReply, CancellationToken.None)));
    }

    private async Task<ReplyStatus> StatusAsync(Reply reply) =>
        (await _host.InSellerAsync(scope => _host.Get<ReplyStore>().FindAsync(scope, reply.Id, CancellationToken.None)))!.Status;

    private async Task<IEnumerable<string>> EventsAsync(Reply reply) =>
        (await _host.InSellerAsync(scope => _host.Get<InteractionEvents>().ListAsync(scope, reply.InteractionId, CancellationToken.None))).Select(e => e.Type);

    private const string Definition = """
        {
          "id": "send-1", "definitionId": "send", "name": "Send", "version": 1, "isLatest": true, "isPublished": true, "toolVersion": "3.8.0.0",
          "variables": [], "inputs": [], "outputs": [], "outcomes": [], "customProperties": {}, "options": {},
          "root": {
            "id": "flow", "nodeId": "w:flow", "type": "Elsa.Flowchart", "version": 1, "customProperties": {}, "metadata": {}, "variables": [],
            "activities": [
              { "id": "send", "nodeId": "w:flow:send", "type": "AgentIQ.SendReply", "version": 1, "customProperties": {}, "metadata": {} },
              { "id": "confirm", "nodeId": "w:flow:confirm", "type": "AgentIQ.ConfirmPublication", "version": 1, "customProperties": {}, "metadata": {} },
              { "id": "end", "nodeId": "w:flow:end", "type": "Elsa.Finish", "version": 1, "customProperties": {}, "metadata": {} }
            ],
            "connections": [
              { "source": { "activity": "send", "port": "Sent" }, "target": { "activity": "confirm", "port": "In" } },
              { "source": { "activity": "send", "port": "Blocked" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "send", "port": "Failed" }, "target": { "activity": "end", "port": "In" } },
              { "source": { "activity": "confirm", "port": "UnderModeration" }, "target": { "activity": "end", "port": "In" } }
            ]
          }
        }
        """;

    /// <summary>Tells how the instance ended, or what went wrong.</summary>
    private sealed class FinishObserver : IInstanceObserver
    {
        private readonly TaskCompletionSource<string> _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Finished => _finished.Task;

        public Task OnIncidentAsync(TenantScope scope, InstanceIncident incident, CancellationToken ct)
        {
            _finished.TrySetResult(incident.Message);
            return Task.CompletedTask;
        }

        public Task OnIncidentResolvedAsync(TenantScope scope, InstanceReference instance, Guid incidentId, CancellationToken ct) => Task.CompletedTask;

        public Task OnFinishedAsync(TenantScope scope, InstanceReference instance, WorkflowSubStatus subStatus, CancellationToken ct)
        {
            _finished.TrySetResult(subStatus.ToString());
            return Task.CompletedTask;
        }
    }
}
