namespace AgentIQ.Simulator.Tests.Control;

public sealed class ControlTests
{
    private const string Root = "/_simulator/wildberries";

    [Fact]
    public async Task Sellers_are_made_and_given_tokens()
    {
        await using var simulator = await StartAsync();

        var seller = await simulator.SendJsonAsync(HttpMethod.Post, Root + "/sellers", """{"name":"Вторая лавка"}""");
        var sid = seller.Json.GetProperty("sid").GetGuid();
        var token = await simulator.SendJsonAsync(HttpMethod.Post, $"{Root}/sellers/{sid}/tokens", """{"kind":"base"}""");

        simulator.Token = token.Json.GetProperty("token").GetString()!;
        (await simulator.GetAsync("/api/v1/seller-info")).Json.GetProperty("name").GetString().ShouldBe("Вторая лавка");
        (await simulator.GetAsync(Root + "/sellers")).Json.GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Feedbacks_are_added_changed_and_deleted_and_answers_read()
    {
        await using var simulator = await StartAsync();
        var feedbacks = $"{Root}/sellers/{simulator.Seller.Sid}/feedbacks";

        var added = await simulator.SendJsonAsync(HttpMethod.Post, feedbacks, """{"text":"Протекает","productValuation":2,"userName":"Юрий"}""");
        var id = added.Json.GetProperty("id").GetString()!;
        await simulator.SendJsonAsync(HttpMethod.Put, $"{feedbacks}/{id}", """{"text":"Уже не протекает","productValuation":4}""");
        await simulator.PostAnswerAsync(id);

        simulator.Seller.Find(id)!.Text.ShouldBe("Уже не протекает");
        var answer = (await simulator.GetAsync($"{Root}/sellers/{simulator.Seller.Sid}/answers")).Json[0];
        answer.GetProperty("postCount").GetInt32().ShouldBe(1);
        (await simulator.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"{feedbacks}/{id}"))).Json.GetProperty("removed").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Faults_are_set_listed_and_cleared()
    {
        await using var simulator = await StartAsync();

        await simulator.SendJsonAsync(HttpMethod.Post, Root + "/faults", """{"kind":"htmlPage","path":"/api/v1/feedbacks","times":null}""");
        (await simulator.ListAsync()).Status.ShouldBe(502);
        (await simulator.GetAsync(Root + "/faults")).Json.GetArrayLength().ShouldBe(1);
        await simulator.SendAsync(new HttpRequestMessage(HttpMethod.Delete, Root + "/faults"));

        (await simulator.ListAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Moderation_is_timed_and_finished()
    {
        await using var simulator = await StartAsync();
        var id = simulator.Add().Id;

        await simulator.SendJsonAsync(HttpMethod.Put, Root + "/moderation", """{"delaySeconds":3600}""");
        simulator.Wildberries.ModerationDelay.ShouldBe(TimeSpan.FromHours(1));
        await simulator.PostAnswerAsync(id);
        await simulator.SendJsonAsync(HttpMethod.Post, Root + "/moderation/finish", "");

        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("wbRu");
    }

    [Theory]
    [InlineData("/faults", "{\"kind\":\"нет\"}")]
    [InlineData("/faults", "{")]
    [InlineData("/faults", "null")]
    [InlineData("/sellers/4d5d9f0a-0b5e-4f5e-9a4c-7a6c7d9e0f11/feedbacks", "{}")]
    public async Task Wrong_requests_are_400_with_a_reason(string path, string body)
    {
        await using var simulator = await StartAsync();

        var reply = await simulator.SendJsonAsync(HttpMethod.Post, Root + path, body);

        reply.Status.ShouldBe(400);
        reply.Json.GetProperty("error").GetString()!.ShouldStartWith("expected");
    }

    private static Task<SimulatorUnderTest> StartAsync() => SimulatorUnderTest.StartAsync(simulator: options => options with { HttpControl = true });
}
