namespace AgentIQ.Simulator.Tests.Wildberries.Gateway;

public sealed class AuthorizationTests
{
    private static readonly string[] Members = ["title", "detail", "code", "requestId", "origin", "status", "statusText", "timestamp"];

    [Theory]
    [InlineData("")]
    [InlineData("не токен")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.c2ln")]
    public async Task A_missing_or_malformed_token_is_401_of_the_gateway(string token)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Token = Uri.EscapeDataString(token);

        ShouldBeUnauthorized(await simulator.ListAsync());
    }

    [Fact]
    public async Task An_expired_token_is_401_from_the_second_of_its_expiry_on()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Token = simulator.Seller.IssueToken(expiresAt: simulator.Clock.GetUtcNow().AddHours(1));

        (await simulator.ListAsync()).Status.ShouldBe(200);
        simulator.Clock.Advance(TimeSpan.FromHours(1));
        var refused = await simulator.ListAsync();

        ShouldBeUnauthorized(refused);
        refused.Detail.ShouldBe("token problem; token is expired");
    }

    [Fact]
    public async Task A_token_with_a_forged_payload_is_401()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var mine = simulator.Token.Split('.');
        var other = simulator.Seller.IssueToken(WildberriesTokenKind.Base).Split('.');
        simulator.Token = $"{mine[0]}.{other[1]}.{mine[2]}";

        ShouldBeUnauthorized(await simulator.ListAsync());
    }

    [Fact]
    public async Task A_token_without_position_7_is_401_on_every_method_of_the_host_and_on_ping()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Token = simulator.Seller.IssueToken(scopes: WildberriesTokenScopes.BuyersChat | WildberriesTokenScopes.Content);

        ShouldBeUnauthorized(await simulator.ListAsync());
        ShouldBeUnauthorized(await simulator.GetAsync("/ping"));
        ShouldBeUnauthorized(await simulator.PostAnswerAsync("x"));
        (await simulator.GetAsync("/api/v1/seller-info")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_token_of_an_unknown_or_withdrawn_seller_is_401()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.Access = SellerAccess.TokenWithdrawn;
        ShouldBeUnauthorized(await simulator.ListAsync());

        simulator.Token = simulator.Wildberries.Tokens.Issue(new Guid("4d5d9f0a-0b5e-4f5e-9a4c-7a6c7d9e0f11"));
        ShouldBeUnauthorized(await simulator.ListAsync());
    }

    [Fact]
    public async Task A_read_only_token_reads_and_does_not_write()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        simulator.Token = simulator.Seller.IssueToken(scopes: WildberriesTokenScopes.FeedbacksAndQuestions | WildberriesTokenScopes.ReadOnly);

        (await simulator.ListAsync()).Status.ShouldBe(200);
        var refused = await simulator.PostAnswerAsync(id);

        refused.Status.ShouldBe(403);
        refused.MediaType.ShouldBe("application/problem+json");
        simulator.Seller.Answers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 200)]
    public async Task Bearer_is_taken_by_a_switch(bool accept, int status)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { AcceptBearer = accept });
        simulator.Token = "Bearer " + simulator.Token;

        (await simulator.ListAsync()).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(false, 401)]
    [InlineData(true, 200)]
    public async Task A_test_token_works_in_the_sandbox_only(bool sandbox, int status)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { Sandbox = sandbox });
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Test);

        (await simulator.ListAsync()).Status.ShouldBe(status);
    }

    [Fact]
    public async Task A_deleted_users_token_is_403_of_the_service()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.Access = SellerAccess.Forbidden;

        var refused = await simulator.ListAsync();

        refused.Status.ShouldBe(403);
        refused.MediaType.ShouldBe("application/json");
        refused.ErrorText.ShouldBe("Ошибка авторизации");
    }

    [Fact]
    public async Task A_service_without_balance_is_402_and_other_tokens_are_not()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.Access = SellerAccess.PaymentRequired;
        (await simulator.ListAsync()).Status.ShouldBe(200);
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Service);

        var refused = await simulator.ListAsync();

        refused.Status.ShouldBe(402);
        refused.Json.GetProperty("title").GetString().ShouldBe("payment required");
    }

    private static void ShouldBeUnauthorized(WireReply reply)
    {
        reply.Status.ShouldBe(401);
        reply.MediaType.ShouldBe("application/problem+json");
        reply.Members.ShouldBe(Members);
        reply.Json.GetProperty("title").GetString().ShouldBe("unauthorized");
        reply.Detail!.ShouldStartWith("token problem; ");
        reply.Json.GetProperty("origin").GetString().ShouldBe("s2s-api-auth-catalog");
        reply.Json.GetProperty("status").GetInt32().ShouldBe(401);
        reply.Json.GetProperty("statusText").GetString().ShouldBe("Unauthorized");
        reply.Json.GetProperty("timestamp").GetString()!.ShouldEndWith("Z");
    }
}
