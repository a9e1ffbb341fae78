namespace AgentIQ.Simulator.Tests.Wildberries.Feedbacks;

public sealed class ReturnTests
{
    private const string Path = "/api/v1/feedbacks/order/return";

    [Fact]
    public async Task A_return_is_offered_once_where_it_is_possible()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Seller.Add(new Feedback { Text = "Брак", ProductValuation = 1, IsAbleReturnProductOrders = true }).Id;
        var body = JsonSerializer.Serialize(new { feedbackId = id });

        var offered = await simulator.SendJsonAsync(HttpMethod.Post, Path, body);
        offered.Status.ShouldBe(200);
        offered.Json.GetProperty("error").GetBoolean().ShouldBeFalse();
        simulator.Seller.Find(id)!.ReturnProductOrdersDate.ShouldBe(simulator.Clock.GetUtcNow());

        var again = await simulator.SendJsonAsync(HttpMethod.Post, Path, body);
        again.Status.ShouldBe(422);
        again.ErrorText.ShouldBe("Запрос на возврат покупок недоступен");
    }

    [Theory]
    [InlineData("""{"feedbackId":"нет"}""", "Не удалось получить отзыв")]
    [InlineData("""{"feedbackId":""}""", "Неправильный id в запросе")]
    [InlineData("""{}""", "Неправильный id в запросе")]
    [InlineData("""{"feedbackId":""", "failed to decode JSON request.")]
    public async Task Wrong_requests_are_400_with_their_texts(string body, string errorText)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.SendJsonAsync(HttpMethod.Post, Path, body);

        reply.Status.ShouldBe(400);
        reply.ErrorText.ShouldBe(errorText);
    }
}
