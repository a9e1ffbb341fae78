using System.Buffers.Text;

namespace AgentIQ.Simulator.Tests.Wildberries.Tokens;

public sealed class TokenTests
{
    [Theory]
    [InlineData(WildberriesTokenKind.Base, 1, null, false)]
    [InlineData(WildberriesTokenKind.Test, 2, null, true)]
    [InlineData(WildberriesTokenKind.Personal, 3, "self", false)]
    [InlineData(WildberriesTokenKind.Service, 4, "asid:agentiq", false)]
    public async Task Each_kind_is_told_by_acc_for_and_t(WildberriesTokenKind kind, int acc, string? audience, bool isTest)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var payload = Payload(simulator.Seller.IssueToken(kind));

        payload.GetProperty("acc").GetInt32().ShouldBe(acc);
        payload.GetProperty("t").GetBoolean().ShouldBe(isTest);
        payload.TryGetProperty("for", out var value).ShouldBe(audience is not null);
        (audience is null ? null : value.GetString()).ShouldBe(audience);
    }

    [Fact]
    public async Task A_token_is_a_jwt_with_id_scopes_seller_and_an_expiry_in_180_days()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var payload = Payload(simulator.Token);

        payload.GetProperty("id").GetGuid().Version.ShouldBe(4);
        payload.GetProperty("sid").GetGuid().ShouldBe(simulator.Seller.Sid);
        simulator.Seller.Sid.Version.ShouldBe(4);
        payload.GetProperty("exp").GetInt64().ShouldBe((simulator.Clock.GetUtcNow() + TimeSpan.FromDays(180)).ToUnixTimeSeconds());
        var scopes = payload.GetProperty("s").GetInt64();
        (scopes & (1 << 7)).ShouldNotBe(0, "position 7 is feedbacks and questions");
        (scopes & (1 << 30)).ShouldBe(0, "position 30 is read-only");
    }

    [Fact]
    public async Task A_token_of_an_earlier_run_is_good_in_the_next_run_of_the_same_name()
    {
        string token;
        await using (var first = await SimulatorUnderTest.StartAsync())
        {
            token = first.Token;
        }

        await using var second = await SimulatorUnderTest.StartAsync();
        second.Token = token;

        (await second.GetAsync("/ping")).Status.ShouldBe(200);
    }

    private static JsonElement Payload(string token) => JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement;
}
