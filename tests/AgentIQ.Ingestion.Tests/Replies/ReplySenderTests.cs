using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Tokens;
using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Ingestion.Tests.Replies;

/// <summary>A reply goes out at most once, and only what the marketplace shows counts as arrived.</summary>
public sealed class ReplySenderTests : IAsyncLifetime
{
    private const string Text = "Здравствуйте! Спасибо за отзыв, рады, что термос подошёл.";
    private IngestionHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestionHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_reply_is_sent_once_and_followed_through_moderation()
    {
        var (review, reply) = await ApproveAsync();

        (await SendAsync(reply)).Outcome.ShouldBe(ReplySendOutcome.Sent);
        (await LookAsync(reply)).ShouldBe(ReplyLook.Moderation);
        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Moderation, ReplyState.Moderation));
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        (await LookAsync(reply)).ShouldBe(ReplyLook.Published);

        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Published, ReplyState.Published));
        AnswersTo(review).ShouldHaveSingleItem().Text.ShouldBe(Text);
        (await EventsAsync(reply)).ShouldBe(["received", "reply_sent", "reply_in_moderation", "reply_published"]);
    }

    [Theory]
    [InlineData(FaultKind.AcceptedWithoutResponse)]
    [InlineData(FaultKind.TornBody)]
    public async Task A_response_that_is_lost_after_the_answer_was_accepted_leads_to_no_second_one(FaultKind kind)
    {
        var (review, reply) = await ApproveAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(kind) { Method = "POST" });

        if (kind == FaultKind.AcceptedWithoutResponse)
        {
            (await Should.ThrowAsync<ConnectorException>(() => SendAsync(reply))).Fault.ShouldBe(ConnectorFault.Unavailable);
            (await FindAsync(reply)).IsUnproven.ShouldBeTrue();
        }

        (await SendAsync(reply)).Outcome.ShouldBe(ReplySendOutcome.Sent);

        AnswersTo(review).ShouldHaveSingleItem().PostCount.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_crash_the_marketplace_is_asked_whether_it_happened()
    {
        var (review, reply) = await ApproveAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.AcceptedWithoutResponse) { Method = "POST" });
        await Should.ThrowAsync<ConnectorException>(() => SendAsync(reply));

        var happened = await _host.Get<ReplySender>().HasHappenedAsync(_host.SellerId, reply.Id, isSandbox: false, CancellationToken.None);

        happened.ShouldNotBeNull().Outcome.ShouldBe(ReplySendOutcome.Sent);
        AnswersTo(review).ShouldHaveSingleItem().PostCount.ShouldBe(1);
    }

    [Fact]
    public async Task Before_any_attempt_there_is_nothing_to_ask()
    {
        var (_, reply) = await ApproveAsync();
        var before = _host.Simulator.Wildberries.Requests.Count;

        (await _host.Get<ReplySender>().HasHappenedAsync(_host.SellerId, reply.Id, isSandbox: false, CancellationToken.None)).ShouldBeNull();

        _host.Simulator.Wildberries.Requests.Count.ShouldBe(before);
    }

    [Theory]
    [InlineData(FaultKind.ServerError, ConnectorFault.Unavailable)]
    [InlineData(FaultKind.HtmlPage, ConnectorFault.Unavailable)]
    [InlineData(FaultKind.ConnectionReset, ConnectorFault.Unavailable)]
    [InlineData(FaultKind.TooManyRequests, ConnectorFault.RateLimited)]
    public async Task An_attempt_that_did_not_arrive_is_made_again(FaultKind kind, ConnectorFault fault)
    {
        var (review, reply) = await ApproveAsync();
        _host.Simulator.Wildberries.Faults.Add(new Fault(kind) { Method = "POST", Delay = kind == FaultKind.TooManyRequests ? TimeSpan.FromSeconds(1) : null });
        (await Should.ThrowAsync<ConnectorException>(() => SendAsync(reply))).Fault.ShouldBe(fault);
        _host.Time.Advance(TimeSpan.FromSeconds(2));

        (await SendAsync(reply)).Outcome.ShouldBe(ReplySendOutcome.Sent);

        AnswersTo(review).ShouldHaveSingleItem().PostCount.ShouldBe(1);
        (await FindAsync(reply)).Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task An_answer_from_outside_is_left_alone()
    {
        var (review, reply) = await ApproveAsync();
        await AnswerInCabinetAsync(review.Id);

        (await SendAsync(reply)).Outcome.ShouldBe(ReplySendOutcome.AnsweredOutside);

        AnswersTo(review).ShouldHaveSingleItem().PostCount.ShouldBe(1);
        (await LookAsync(reply)).ShouldBe(ReplyLook.AnsweredOutside);
    }

    [Fact]
    public async Task A_204_for_an_item_that_is_gone_proves_nothing()
    {
        // With a Base token the first attempt does not look before it sends, so only reading back can tell.
        var (review, reply) = await ApproveAsync(_host.Token(WildberriesTokenKind.Base));
        _host.Account.Remove(review.Id);
        (await SendAsync(reply)).Outcome.ShouldBe(ReplySendOutcome.Sent);
        _host.Account.StrayAnswers.ShouldHaveSingleItem();
        _host.Time.Advance(TimeSpan.FromMinutes(12));

        (await LookAsync(reply)).ShouldBe(ReplyLook.ItemMissing);

        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Failed, ReplyState.Failed));
        (await FindAsync(reply)).Failure!.Code.ShouldBe(ReasonCodes.ItemMissing);
    }

    [Fact]
    public async Task An_answer_that_is_not_shown_counts_as_missing_only_after_a_while()
    {
        var (_, reply) = await ApproveAsync();
        await _host.InSellerAsync(scope => _host.Get<ReplyProgress>().SentAsync(scope, reply, CancellationToken.None));

        (await LookAsync(reply)).ShouldBe(ReplyLook.Moderation);
        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Sent, ReplyState.Sending));
        _host.Time.Advance(TimeSpan.FromMinutes(3));

        (await LookAsync(reply)).ShouldBe(ReplyLook.Missing);
        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Failed, ReplyState.Failed));
    }

    [Fact]
    public async Task A_rejected_answer_can_be_replaced_by_a_better_one()
    {
        var (review, reply) = await ApproveAsync(text: "Пишите нам в telegram @dom_i_lad, всё решим");
        await SendAsync(reply);
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        (await LookAsync(reply)).ShouldBe(ReplyLook.Rejected);
        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Rejected, ReplyState.Rejected));

        var second = await ApproveAsync(review, Text);
        (await SendAsync(second)).Outcome.ShouldBe(ReplySendOutcome.Sent);
        _host.Time.Advance(TimeSpan.FromMinutes(2));

        (await LookAsync(second)).ShouldBe(ReplyLook.Published);
    }

    [Fact]
    public async Task A_text_outside_the_platforms_limits_is_refused_without_asking()
    {
        var (review, reply) = await ApproveAsync(text: new string('я', 5001));

        var result = await SendAsync(reply);

        result.Outcome.ShouldBe(ReplySendOutcome.Refused);
        result.Reason!.Text(Language.Russian).ShouldContain("5001");
        AnswersTo(review).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_gate_looks_again_before_sending()
    {
        var (review, reply) = await ApproveAsync(begin: false);
        _host.Get<OpenGate>().Forbidden = "термос";

        (await BeginAsync(reply)).ShouldBeFalse();

        (await StatesAsync(reply)).ShouldBe((ReplyStatus.Failed, ReplyState.Failed));
        (await FindAsync(reply)).Failure!.Code.ShouldBe(ReasonCodes.BlockedByGate);
        await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(reply));
        AnswersTo(review).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_was_changed_behind_the_gates_back_is_not_sent()
    {
        var (review, reply) = await ApproveAsync();
        await _host.InSellerAsync(scope => scope.Connection.ExecuteAsync("UPDATE replies SET text = 'другой текст'"));

        await Should.ThrowAsync<InvalidOperationException>(() => SendAsync(reply));

        AnswersTo(review).ShouldBeEmpty();
    }

    [Fact]
    public async Task One_interaction_has_one_reply_under_way()
    {
        var (review, reply) = await ApproveAsync();

        await Should.ThrowAsync<ReplyUnderWayException>(() => ApproveAsync(review, "Ещё один ответ"));
        await _host.InSellerAsync(scope => _host.Get<ReplyProgress>().FailedAsync(scope, reply, Reason.Of(ReasonCodes.Internal, ("detail", "")), CancellationToken.None));
        (await ApproveAsync(review, "Ещё один ответ")).Id.ShouldNotBe(reply.Id);
    }

    [Fact]
    public async Task A_reply_after_one_whose_fate_is_unknown_looks_first()
    {
        var (review, reply) = await ApproveAsync(_host.Token(WildberriesTokenKind.Base));
        _host.Simulator.Wildberries.Faults.Add(new Fault(FaultKind.AcceptedWithoutResponse) { Method = "POST" });
        await Should.ThrowAsync<ConnectorException>(() => SendAsync(reply));
        await _host.InSellerAsync(scope => _host.Get<ReplyProgress>().FailedAsync(
            scope, reply, Reason.Of(ReasonCodes.AttemptsExhausted, ("detail", "")), CancellationToken.None));
        _host.Time.Advance(TimeSpan.FromMinutes(12));

        var second = await ApproveAsync(review, "Другими словами: спасибо за отзыв");
        (await SendAsync(second)).Outcome.ShouldBe(ReplySendOutcome.AnsweredOutside);

        AnswersTo(review).ShouldHaveSingleItem().PostCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_scarce_account_keeps_its_next_call_for_the_reply()
    {
        var (_, reply) = await ApproveAsync(_host.Token(WildberriesTokenKind.Base));
        var channel = reply.ChannelId;

        var report = await _host.SyncAsync(channel);

        report.Outcome.ShouldBe(SyncOutcome.Waiting);
        report.Reason!.Code.ShouldBe(ReasonCodes.ReplyFirst);
        (await SendAsync(reply)).Outcome.ShouldBe(ReplySendOutcome.Sent);
    }

    private async Task<(Feedback Review, Reply Reply)> ApproveAsync(string? token = null, string text = Text, bool begin = true)
    {
        var review = _host.Write();
        var channel = await _host.ConnectAsync(token);
        await _host.SyncAsync(channel);
        _host.Time.Advance(TimeSpan.FromMinutes(12));
        return (review, await ApproveAsync(review, text, begin));
    }

    private async Task<Reply> ApproveAsync(Feedback review, string text, bool begin = true)
    {
        var interaction = (await _host.FindAsync(review.Id))!;
        var proposal = new ReplyProposal(interaction.Id, text, new ReplyApprover(ReplyApproverKind.Person, new Guid(7, 0, 0, new byte[8])));
        var reply = await _host.InSellerAsync(async scope =>
        {
            var passed = (ReplyGateResult.Passed)await _host.Get<OpenGate>().CheckAsync(scope, proposal, CancellationToken.None);
            return await _host.Get<ReplyStore>().ApproveAsync(scope, passed.Reply, CancellationToken.None);
        });
        if (begin)
        {
            (await BeginAsync(reply)).ShouldBeTrue();
        }

        return reply;
    }

    private Task<bool> BeginAsync(Reply reply) => _host.InSellerAsync(scope => _host.Get<ReplyProgress>().BeginAsync(scope, reply, CancellationToken.None));

    /// <summary>What the activity SendReply does, without its workflow.</summary>
    private async Task<ReplySendResult> SendAsync(Reply reply)
    {
        var result = await _host.Get<ReplySender>().SendAsync(_host.SellerId, reply.Id, isSandbox: false, CancellationToken.None);
        if (result.Outcome == ReplySendOutcome.Sent)
        {
            await _host.InSellerAsync(scope => _host.Get<ReplyProgress>().SentAsync(scope, reply, CancellationToken.None));
        }

        return result;
    }

    /// <summary>What the activity ConfirmPublication does, without its workflow.</summary>
    private async Task<ReplyLook> LookAsync(Reply reply)
    {
        var look = await _host.Get<ReplySender>().LookAsync(_host.SellerId, reply.Id, isSandbox: false, CancellationToken.None);
        var current = await FindAsync(reply);
        return await _host.InSellerAsync(scope => _host.Get<ReplyProgress>().LookedAsync(scope, current, look, CancellationToken.None));
    }

    private async Task<Reply> FindAsync(Reply reply) =>
        (await _host.InSellerAsync(scope => _host.Get<ReplyStore>().FindAsync(scope, reply.Id, CancellationToken.None)))!;

    private async Task<(ReplyStatus, ReplyState)> StatesAsync(Reply reply)
    {
        var interaction = await _host.InSellerAsync(scope => _host.Get<InteractionStore>().GetAsync(scope, reply.InteractionId, CancellationToken.None));
        return ((await FindAsync(reply)).Status, interaction.ReplyState);
    }

    private async Task<IEnumerable<string>> EventsAsync(Reply reply) =>
        (await _host.InSellerAsync(scope => _host.Get<InteractionEvents>().ListAsync(scope, reply.InteractionId, CancellationToken.None))).Select(e => e.Type);

    private IEnumerable<AnswerRecord> AnswersTo(Feedback review) => _host.Account.Answers.Where(answer => answer.FeedbackId == review.Id);

    private async Task AnswerInCabinetAsync(string id)
    {
        using var http = new HttpClient { BaseAddress = _host.Simulator.BaseAddress };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", _host.Token());
        using var content = System.Net.Http.Json.JsonContent.Create(new { id, text = "Ответ из кабинета продавца" });
        (await http.PostAsync("/api/v1/feedbacks/answer", content)).EnsureSuccessStatusCode();
    }
}
