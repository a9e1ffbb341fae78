namespace AgentIQ.Simulator.Tests.Wildberries.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task Too_many_requests_has_the_shape_and_the_headers_of_a_true_429()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.TooManyRequests) { Delay = TimeSpan.FromSeconds(90) });

        var reply = await simulator.ListAsync();

        reply.Status.ShouldBe(429);
        reply.Header("X-Ratelimit-Retry").ShouldBe("90");
        reply.Header("X-Ratelimit-Remaining").ShouldBeNull();
        (await simulator.ListAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_server_error_is_500_in_the_envelope_of_the_service()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.ServerError));

        var reply = await simulator.ListAsync();

        reply.Status.ShouldBe(500);
        reply.ErrorText.ShouldBe("Something went wrong");
    }

    [Theory]
    [InlineData(FaultKind.HtmlPage, 502, "text/html")]
    [InlineData(FaultKind.HtmlPageAsSuccess, 200, "text/html")]
    [InlineData(FaultKind.EmptyBody, 200, "application/json")]
    public async Task Pages_and_empty_bodies_are_no_json(FaultKind kind, int status, string mediaType)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(kind));

        var reply = await simulator.ListAsync();

        reply.Status.ShouldBe(status);
        reply.MediaType.ShouldBe(mediaType);
        Should.Throw<JsonException>(() => reply.Json);
    }

    [Fact]
    public async Task A_cut_body_is_valid_http_and_broken_json()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.CutBody));

        var reply = await simulator.ListAsync();

        reply.Status.ShouldBe(200);
        reply.Body.ShouldStartWith("""{"data":""");
        Should.Throw<JsonException>(() => reply.Json);
    }

    [Theory]
    [InlineData(FaultKind.TornBody)]
    [InlineData(FaultKind.ConnectionReset)]
    public async Task A_torn_connection_is_a_network_error(FaultKind kind)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add();
        simulator.Wildberries.Faults.Add(new Fault(kind));

        await Should.ThrowAsync<HttpRequestException>(() => simulator.ListAsync());

        (await simulator.ListAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_reset_connection_leaves_no_answer_behind()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.ConnectionReset) { Method = "POST" });

        await Should.ThrowAsync<HttpRequestException>(() => simulator.PostAnswerAsync(id));

        simulator.Seller.Answers.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_may_be_accepted_without_the_client_knowing()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.AcceptedWithoutResponse) { Method = "POST", Path = "/api/v1/feedbacks/answer" });

        await Should.ThrowAsync<HttpRequestException>(() => simulator.PostAnswerAsync(id));

        simulator.Seller.Answers.ShouldHaveSingleItem().PostCount.ShouldBe(1);
        simulator.Wildberries.Requests[^1].Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_hanging_request_goes_on_when_its_time_is_over()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.Hang) { Delay = TimeSpan.FromMinutes(1) });

        var pending = simulator.ListAsync();
        await simulator.Clock.WhenTimersAsync(1);
        pending.IsCompleted.ShouldBeFalse();
        simulator.Clock.Advance(TimeSpan.FromMinutes(1));

        (await pending).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_request_that_hangs_for_ever_ends_with_its_client_and_with_the_simulator()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.Hang) { Times = 2 });
        using var patience = new CancellationTokenSource();
        using var arrived = simulator.Wildberries.OnRequest("GET", "/ping", hold: false);

        var given = simulator.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/ping"), patience.Token);
        await arrived.Reached;
        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => given);

        using var second = simulator.Wildberries.OnRequest("GET", "/ping", hold: false);
        var cut = simulator.GetAsync("/ping");
        await second.Reached;
        await simulator.Host.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(() => cut);
    }

    [Fact]
    public async Task Wrong_types_are_valid_json_of_another_shape()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.WrongTypes));

        var data = (await simulator.ListAsync()).Data;

        data.GetProperty("feedbacks").ValueKind.ShouldBe(JsonValueKind.String);
        data.GetProperty("countUnanswered").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task One_malformed_record_leaves_the_others_of_its_page_whole()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var ids = Enumerable.Range(0, 3).Select(index => simulator.Add(age: TimeSpan.FromMinutes(index)).Id).ToList();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.MalformedRecord) { Record = 1 });

        var page = await simulator.ListAsync();

        page.Ids.ShouldBe(ids);
        page.Feedbacks.Select(feedback => feedback.GetProperty("productValuation").ValueKind)
            .ShouldBe([JsonValueKind.Number, JsonValueKind.String, JsonValueKind.Number]);
        page.Feedbacks[1].GetProperty("createdDate").GetString().ShouldBe("вчера");
    }

    [Fact]
    public async Task A_fault_concerns_its_method_and_path_and_so_many_requests()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.ServerError) { Method = "GET", Path = "/api/v1/feedbacks/*", Times = 2 });

        (await simulator.ListAsync()).Status.ShouldBe(200);
        (await simulator.PostAnswerAsync("x")).Status.ShouldBe(204);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(500);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(500);
        (await simulator.GetAsync("/api/v1/feedbacks/count")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_fault_without_a_number_lasts_until_it_is_cleared()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Wildberries.Faults.Add(new Fault(FaultKind.ServerError) { Times = null });

        for (var request = 0; request < 4; request++)
        {
            (await simulator.ListAsync()).Status.ShouldBe(500);
        }

        simulator.Wildberries.Faults.Clear();
        (await simulator.ListAsync()).Status.ShouldBe(200);
        Should.Throw<ArgumentOutOfRangeException>(() => simulator.Wildberries.Faults.Add(new Fault(FaultKind.Hang) { Times = 0 }));
    }
}
