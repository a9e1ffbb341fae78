namespace AgentIQ.Simulator.Tests.Wildberries.RateLimits;

public sealed class RateLimitTests
{
    private static readonly string[] Members = ["title", "detail", "code", "requestId", "origin", "status", "statusText", "timestamp"];

    [Theory]
    [InlineData(WildberriesTokenKind.Personal)]
    [InlineData(WildberriesTokenKind.Service)]
    public async Task The_fast_profile_has_a_burst_of_6_and_one_more_each_333_ms(WildberriesTokenKind kind)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);
        simulator.Token = simulator.Seller.IssueToken(kind);

        for (var left = 5; left >= 0; left--)
        {
            var passed = await simulator.GetAsync("/api/v1/feedbacks/count");
            passed.Status.ShouldBe(200);
            passed.Header("X-Ratelimit-Remaining").ShouldBe($"{left}");
            passed.Header("X-Ratelimit-Retry").ShouldBeNull();
        }

        ShouldBeLimited(await simulator.GetAsync("/api/v1/feedbacks/count"), retry: "1", reset: "2", limit: "6");

        simulator.Clock.Advance(TimeSpan.FromMilliseconds(332));
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(429);
        simulator.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Three_a_second_pass_for_ever()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);

        for (var request = 0; request < 30; request++)
        {
            (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);
            simulator.Clock.Advance(TimeSpan.FromMilliseconds(334));
        }
    }

    [Fact]
    public async Task A_plain_base_token_has_one_request_each_12_minutes()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Base);

        var first = await simulator.GetAsync("/api/v1/feedbacks/count");
        first.Status.ShouldBe(200);
        first.Header("X-Ratelimit-Remaining").ShouldBe("0");
        ShouldBeLimited(await simulator.GetAsync("/api/v1/feedbacks/count"), retry: "720", reset: "720", limit: "1");

        simulator.Clock.Advance(TimeSpan.FromMinutes(12) - TimeSpan.FromSeconds(1));
        ShouldBeLimited(await simulator.GetAsync("/api/v1/feedbacks/count"), retry: "1", reset: "1", limit: "1");
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_plain_base_token_gets_five_an_hour_and_saves_nothing_up()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Base);
        simulator.Clock.Advance(TimeSpan.FromHours(5));
        var passed = 0;

        for (var minute = 0; minute < 60; minute++)
        {
            passed += (await simulator.GetAsync("/api/v1/feedbacks/count")).Status == 200 ? 1 : 0;
            simulator.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        passed.ShouldBe(5);
    }

    [Fact]
    public async Task A_base_token_with_a_secret_has_the_fast_profile()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { ServiceSecretHeader = "X-Service-Secret" }, rateLimits: true);
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Base);

        for (var request = 0; request < 6; request++)
        {
            var message = new HttpRequestMessage(HttpMethod.Get, "/api/v1/feedbacks/count");
            message.Headers.Add("X-Service-Secret", "s");
            (await simulator.SendAsync(message)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task A_second_token_of_the_same_kind_gains_nothing_and_one_of_another_kind_has_its_own_bucket()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Base);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);

        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Base);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(429);
        simulator.Token = simulator.Seller.IssueToken(WildberriesTokenKind.Personal);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);
        simulator.Token = simulator.Wildberries.AddSeller("Другой магазин").IssueToken(WildberriesTokenKind.Base);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task All_methods_of_the_service_share_one_bucket_and_errors_cost_as_much()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);

        await simulator.ListAsync();
        await simulator.GetAsync("/api/v1/new-feedbacks-questions");
        await simulator.GetAsync("/api/v1/feedback?id=нет");
        var posted = await simulator.PostAnswerAsync("нет");

        posted.Header("X-Ratelimit-Remaining").ShouldBe("2");
    }

    [Fact]
    public async Task Ping_has_its_own_three_in_30_seconds()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);
        await simulator.GetAsync("/ping");
        await simulator.GetAsync("/ping");
        (await simulator.GetAsync("/ping")).Header("X-Ratelimit-Remaining").ShouldBe("0");

        ShouldBeLimited(await simulator.GetAsync("/ping"), retry: "10", reset: "30", limit: "3");
        (await simulator.ListAsync()).Header("X-Ratelimit-Remaining").ShouldBe("5");
    }

    [Fact]
    public async Task Seller_info_has_its_own_ten_and_one_a_minute()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(rateLimits: true);
        for (var request = 0; request < 10; request++)
        {
            (await simulator.GetAsync("/api/v1/seller-info")).Status.ShouldBe(200);
        }

        ShouldBeLimited(await simulator.GetAsync("/api/v1/seller-info"), retry: "60", reset: "600", limit: "10");
    }

    private static void ShouldBeLimited(WireReply reply, string retry, string reset, string limit)
    {
        reply.Status.ShouldBe(429);
        reply.MediaType.ShouldBe("application/problem+json");
        reply.Members.ShouldBe(Members);
        reply.Json.GetProperty("title").GetString().ShouldBe("too many requests");
        reply.Json.GetProperty("statusText").GetString().ShouldBe("Too Many Requests");
        reply.Detail!.ShouldStartWith("limited by ");
        Guid.TryParse(reply.Detail!["limited by ".Length..], out _).ShouldBeTrue();
        reply.Header("X-Ratelimit-Remaining").ShouldBeNull();
        reply.Header("X-Ratelimit-Retry").ShouldBe(retry);
        reply.Header("X-Ratelimit-Reset").ShouldBe(reset);
        reply.Header("X-Ratelimit-Limit").ShouldBe(limit);
        reply.Header("Retry-After").ShouldBeNull();
    }
}
