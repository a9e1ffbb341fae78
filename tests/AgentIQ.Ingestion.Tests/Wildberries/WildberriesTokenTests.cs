using AgentIQ.Ingestion.Tests.Support;
using AgentIQ.Ingestion.Wildberries;

namespace AgentIQ.Ingestion.Tests.Wildberries;

public sealed class WildberriesTokenTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, WildberriesTokenKind.Base)]
    [InlineData(2, WildberriesTokenKind.Test)]
    [InlineData(3, WildberriesTokenKind.Personal)]
    [InlineData(4, WildberriesTokenKind.Service)]
    [InlineData(9, WildberriesTokenKind.Unknown)]
    public void The_kind_comes_from_acc(int acc, WildberriesTokenKind kind) =>
        WildberriesToken.TryRead(TestTokens.Make(acc))!.Kind.ShouldBe(kind);

    [Fact]
    public void Expiry_seller_and_categories_are_read()
    {
        var token = WildberriesToken.TryRead(TestTokens.Make(3, (1UL << 7) | (1UL << 30), 1_790_000_000, "the-seller"))!;

        token.SellerId.ShouldBe("the-seller");
        token.ExpiresAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1_790_000_000));
        token.HasFeedbacks.ShouldBeTrue();
        token.IsReadOnly.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a token")]
    [InlineData("a.b")]
    [InlineData("a.%%%.c")]
    [InlineData("a.bm90IGpzb24.c")]
    [InlineData("a.WzFd.c")]
    public void What_is_no_token_is_none(string text) => WildberriesToken.TryRead(text).ShouldBeNull();

    [Fact]
    public void Fields_of_the_wrong_kind_are_unknown_and_not_fatal()
    {
        var token = WildberriesToken.TryRead(TestTokens.Of("""{"acc":"3","exp":99999999999999,"sid":7,"s":-1}"""))!;

        token.ShouldBe(new WildberriesToken(WildberriesTokenKind.Unknown, null, null, 0));
    }

    [Fact]
    public void An_expired_token_says_since_when()
    {
        var doubt = WildberriesTokenCheck.Doubt(TestTokens.Make(3, exp: Now.AddDays(-3).ToUnixTimeSeconds()), Now)!;

        doubt.Code.ShouldBe(ReasonCodes.TokenExpired);
        doubt.Text(Language.Russian).ShouldContain("2026-02-27");
    }

    [Fact]
    public void A_token_for_other_services_names_the_category() =>
        WildberriesTokenCheck.Doubt(TestTokens.Make(3, 1UL << 9), Now)!.Text(Language.Russian).ShouldContain("Вопросы и отзывы");

    [Fact]
    public void A_read_only_token_explains_a_refused_answer_and_not_a_refused_list()
    {
        var token = TestTokens.Make(3, (1UL << 7) | (1UL << 30));

        WildberriesTokenCheck.Explain(token, HttpMethod.Post, Now)!.Code.ShouldBe(ReasonCodes.TokenReadOnly);
        WildberriesTokenCheck.Explain(token, HttpMethod.Get, Now).ShouldBeNull();
    }

    [Fact]
    public void A_good_token_raises_no_doubt() => WildberriesTokenCheck.Doubt(TestTokens.Personal, Now).ShouldBeNull();
}
