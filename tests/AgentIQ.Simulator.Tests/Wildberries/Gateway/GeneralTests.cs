namespace AgentIQ.Simulator.Tests.Wildberries.Gateway;

public sealed class GeneralTests
{
    private static readonly string[] UnknownPathMembers = ["title", "detail", "status", "statusText", "timestamp"];

    [Fact]
    public async Task Ping_says_time_and_ok()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.GetAsync("/ping");

        reply.Status.ShouldBe(200);
        reply.Body.ShouldBe("""{"TS":"2026-03-02T12:00:00Z","Status":"OK"}""");
    }

    [Fact]
    public async Task Seller_info_names_the_seller()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.GetAsync("/api/v1/seller-info");

        reply.Json.GetProperty("name").GetString().ShouldBe("Дом и лад");
        reply.Json.GetProperty("tradeMark").GetString().ShouldBe("Ладница");
        reply.Json.GetProperty("sid").GetGuid().ShouldBe(simulator.Seller.Sid);
    }

    [Theory]
    [InlineData("GET", "/api/v1/feedbackz")]
    [InlineData("GET", "/")]
    [InlineData("DELETE", "/api/v1/feedbacks")]
    [InlineData("PATCH", "/api/v1/feedbacks")]
    [InlineData("GET", "/_simulator/wildberries/sellers")]
    public async Task An_unknown_path_is_404_of_the_gateway(string method, string path)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        reply.Status.ShouldBe(404);
        reply.MediaType.ShouldBe("application/problem+json");
        reply.Members.ShouldBe(UnknownPathMembers);
        reply.Json.GetProperty("title").GetString().ShouldBe("path not found");
        reply.Json.GetProperty("statusText").GetString().ShouldBe("Not Found");
    }

    [Fact]
    public async Task Sellers_do_not_see_each_other()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add();
        simulator.Token = simulator.Wildberries.AddSeller("Другой магазин").IssueToken();

        (await simulator.ListAsync()).Feedbacks.ShouldBeEmpty();
    }
}
