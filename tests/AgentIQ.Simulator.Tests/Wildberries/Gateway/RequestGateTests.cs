namespace AgentIQ.Simulator.Tests.Wildberries.Gateway;

public sealed class RequestGateTests
{
    private const string AnswerPath = "/api/v1/feedbacks/answer";

    [Fact]
    public async Task A_request_held_on_arrival_has_had_no_effect_yet()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        using var gate = simulator.Wildberries.OnRequest("POST", AnswerPath);

        var pending = simulator.PostAnswerAsync(id);
        var request = await gate.Reached;

        request.Body.ShouldContain(id);
        request.Status.ShouldBeNull();
        simulator.Seller.Answers.ShouldBeEmpty();
        gate.Release();
        (await pending).Status.ShouldBe(204);
        simulator.Seller.Answers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_request_held_when_handled_has_its_effect_and_no_response()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        using var gate = simulator.Wildberries.OnRequest("POST", AnswerPath, RequestMoment.Handled);

        var pending = simulator.PostAnswerAsync(id);
        await gate.Reached;

        simulator.Seller.Answers.Count.ShouldBe(1);
        pending.IsCompleted.ShouldBeFalse();
        gate.Dispose();
        (await pending).Status.ShouldBe(204);
    }

    [Fact]
    public async Task A_gate_serves_one_request_of_its_path()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        using var gate = simulator.Wildberries.OnRequest(method: null, "/api/v1/feedbacks*", hold: false);

        await simulator.GetAsync("/ping");
        gate.Reached.IsCompleted.ShouldBeFalse();
        await simulator.ListAsync();
        await simulator.GetAsync("/api/v1/feedbacks/count");

        (await gate.Reached).Path.ShouldBe("/api/v1/feedbacks");
    }

    [Fact]
    public async Task A_client_that_gives_up_while_held_on_arrival_has_had_no_effect()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        using var gate = simulator.Wildberries.OnRequest("POST", AnswerPath);
        using var patience = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Post, AnswerPath) { Content = new StringContent($$"""{"id":"{{id}}","text":"Спасибо"}""", mediaType: new("application/json")) };

        var pending = simulator.SendAsync(request, patience.Token);
        await gate.Reached;
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => pending);

        simulator.Seller.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Requests_are_remembered_with_status_seller_and_kind_of_token_and_never_with_the_token()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        await simulator.ListAsync();
        await simulator.GetAsync("/nope");

        var list = simulator.Wildberries.Requests[0];
        list.ShouldSatisfyAllConditions(
            () => list.Method.ShouldBe("GET"),
            () => list.Path.ShouldBe("/api/v1/feedbacks"),
            () => list.Query.ShouldBe("?isAnswered=false&take=100&skip=0"),
            () => list.Status.ShouldBe(200),
            () => list.Seller.ShouldBe(simulator.Seller.Sid),
            () => list.TokenKind.ShouldBe(WildberriesTokenKind.Personal));
        simulator.Wildberries.Requests[1].Status.ShouldBe(404);
        JsonSerializer.Serialize(simulator.Wildberries.Requests).ShouldNotContain(simulator.Token);
    }
}
