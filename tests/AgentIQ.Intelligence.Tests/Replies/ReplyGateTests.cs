using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Rules;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Intelligence.Tests.Replies;

public sealed class ReplyGateTests : IAsyncLifetime
{
    private Desk _desk = null!;

    public async ValueTask InitializeAsync() => _desk = await Desk.OpenAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_good_reply_passes_with_a_recorded_decision_about_this_very_text()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5);

        var passed = (await CheckAsync(id, "Спасибо за тёплый отзыв, приходите ещё!")).ShouldBeOfType<ReplyGateResult.Passed>();

        passed.Reply.Text.ShouldBe("Спасибо за тёплый отзыв, приходите ещё!");
        passed.Reply.TextHash.ShouldBe(ReplyText.Hash(passed.Reply.Text));
        (await DecisionsAsync(id)).ShouldHaveSingleItem().Id.ShouldBe(passed.Reply.DecisionId);
    }

    [Fact]
    public async Task A_bad_reply_is_blocked_and_the_decision_is_recorded_too()
    {
        var id = await _desk.ReceiveAsync("Сломался", 1);

        var blocked = (await CheckAsync(id, "Мы вернём вам деньги, пишите в телеграм.")).ShouldBeOfType<ReplyGateResult.Blocked>();

        blocked.Violations.Count.ShouldBeGreaterThanOrEqualTo(2);
        blocked.Violations.ShouldAllBe(violation => violation.Severity == "error" && violation.Message.Ru.Length > 0 && violation.Message.En.Length > 0);
        (await DecisionsAsync(id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_policy_is_judged_more_strictly_than_a_person()
    {
        var id = await _desk.ReceiveAsync("Отличный фонарь", 5);
        const string Text = "Спасибо! Обязательно учтём ваше мнение в работе.";

        (await CheckAsync(id, Text)).ShouldBeOfType<ReplyGateResult.Passed>();
        (await CheckAsync(id, Text, ReplyApproverKind.AutoAction)).ShouldBeOfType<ReplyGateResult.Blocked>();
    }

    [Fact]
    public async Task The_customer_s_own_words_decide_about_returns()
    {
        const string Text = "Заявку на возврат можно оставить в личном кабинете.";
        (await CheckAsync(await _desk.ReceiveAsync("Как вернуть деньги?", 1), Text)).ShouldBeOfType<ReplyGateResult.Passed>();
        (await CheckAsync(await _desk.ReceiveAsync("Светит тускло", 1), Text)).ShouldBeOfType<ReplyGateResult.Blocked>();
    }

    [Fact]
    public Task There_is_no_reply_to_nothing() => Should.ThrowAsync<InteractionNotFoundException>(() => CheckAsync(Desk.Person, "Спасибо за тёплый отзыв!"));

    private Task<ReplyGateResult> CheckAsync(Guid id, string text, ReplyApproverKind kind = ReplyApproverKind.Person) =>
        _desk.InAsync<IReplyGate, ReplyGateResult>((gate, scope, ct) => gate.CheckAsync(scope, new ReplyProposal(id, text, new ReplyApprover(kind, Desk.Person)), ct));

    private Task<IReadOnlyList<RecordedDecision>> DecisionsAsync(Guid id) =>
        _desk.InAsync<IDecisionLog, IReadOnlyList<RecordedDecision>>((log, scope, ct) => log.OfAsync(scope, id, ct));
}
