using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Tests.Support;

namespace AgentIQ.Intelligence.Tests.Replies;

/// <summary>The same text to two customers within a day needs a person (domain 6.6).</summary>
public sealed class RepetitionTests : IAsyncLifetime
{
    private const string Text = "Спасибо за тёплый отзыв, приходите ещё!";
    private Desk _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await Desk.OpenAsync();
        await _desk.ConnectAsync();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData(Text)]
    [InlineData("  СПАСИБО за теплый\n отзыв,  приходите ещё! ")]
    public async Task A_text_that_another_customer_got_today_waits_for_a_person(string again)
    {
        await GiveAsync(await ReviewAsync());
        _desk.Time.Advance(TimeSpan.FromHours(23));
        var other = await ReviewAsync();

        (await CheckAsync(other, again)).ShouldBeOfType<ReplyGateResult.Blocked>().Violations.ShouldHaveSingleItem().Type.ShouldBe("repeated");
        (await CheckAsync(other, again, ReplyApproverKind.Person)).ShouldBeOfType<ReplyGateResult.Passed>();
    }

    [Fact]
    public async Task A_day_later_it_may_go_again()
    {
        await GiveAsync(await ReviewAsync());
        _desk.Time.Advance(TimeSpan.FromHours(24));

        (await CheckAsync(await ReviewAsync(), Text)).ShouldBeOfType<ReplyGateResult.Passed>();
    }

    [Fact]
    public async Task The_same_interaction_repeats_nothing()
    {
        var id = await ReviewAsync();
        await GiveAsync(id);

        (await CheckAsync(id, Text)).ShouldBeOfType<ReplyGateResult.Passed>();
    }

    [Fact]
    public async Task Another_text_is_no_repetition()
    {
        await GiveAsync(await ReviewAsync());

        (await CheckAsync(await ReviewAsync(), "Спасибо за тёплый отзыв, приходите снова!")).ShouldBeOfType<ReplyGateResult.Passed>();
    }

    private Task<Guid> ReviewAsync() => _desk.ReceiveAsync("Отличный фонарь", 5);

    private async Task GiveAsync(Guid id)
    {
        var passed = (ReplyGateResult.Passed)await CheckAsync(id, Text);
        await _desk.InAsync<ReplyStore>((store, scope, ct) => store.ApproveAsync(scope, passed.Reply, ct));
    }

    private Task<ReplyGateResult> CheckAsync(Guid id, string text, ReplyApproverKind kind = ReplyApproverKind.AutoAction) =>
        _desk.InAsync<IReplyGate, ReplyGateResult>((gate, scope, ct) => gate.CheckAsync(scope, new ReplyProposal(id, text, new ReplyApprover(kind, Desk.Person)), ct));
}
