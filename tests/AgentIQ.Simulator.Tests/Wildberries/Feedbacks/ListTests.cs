namespace AgentIQ.Simulator.Tests.Wildberries.Feedbacks;

public sealed class ListTests
{
    private static readonly string[] SuccessMembers = ["data", "error", "errorText", "additionalErrors"];
    private static readonly string[] ErrorMembers = ["data", "error", "errorText", "additionalErrors", "requestId"];

    [Fact]
    public async Task The_envelope_has_data_error_errorText_and_additionalErrors()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add();

        var reply = await simulator.ListAsync();

        reply.Status.ShouldBe(200);
        reply.MediaType.ShouldBe("application/json");
        reply.Members.ShouldBe(SuccessMembers);
        reply.Json.GetProperty("error").GetBoolean().ShouldBeFalse();
        reply.ErrorText.ShouldBe("");
        reply.Json.GetProperty("additionalErrors").ValueKind.ShouldBe(JsonValueKind.Null);
        reply.Data.GetProperty("countUnanswered").GetInt32().ShouldBe(1);
        reply.Data.GetProperty("countArchive").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("take=1&skip=0", "Плохой формат isAnswered")]
    [InlineData("isAnswered=да&take=1&skip=0", "Плохой формат isAnswered")]
    [InlineData("isAnswered=true&take=1&skip=0&dateFrom=вчера", "Плохой формат dateFrom")]
    [InlineData("isAnswered=true&take=1&skip=0&dateFrom=2026-01-01T00:00:00Z", "Плохой формат dateFrom")]
    [InlineData("isAnswered=true&take=1&skip=0&dateTo=1.5", "Плохой формат dateTo")]
    [InlineData("isAnswered=true&skip=0", "Something went wrong")]
    [InlineData("isAnswered=true&take=1", "Something went wrong")]
    [InlineData("isAnswered=true&take=5001&skip=0", "Something went wrong")]
    [InlineData("isAnswered=true&take=1&skip=199991", "Something went wrong")]
    [InlineData("isAnswered=true&take=-1&skip=0", "Something went wrong")]
    [InlineData("isAnswered=true&take=1&skip=0&order=newest", "Something went wrong")]
    [InlineData("isAnswered=true&take=1&skip=0&nmId=abc", "Something went wrong")]
    public async Task Wrong_parameters_are_400_of_the_service(string query, string errorText)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.GetAsync("/api/v1/feedbacks?" + query);

        reply.Status.ShouldBe(400);
        reply.MediaType.ShouldBe("application/json");
        reply.Members.ShouldBe(ErrorMembers);
        reply.Data.ValueKind.ShouldBe(JsonValueKind.Null);
        reply.Json.GetProperty("error").GetBoolean().ShouldBeTrue();
        reply.ErrorText.ShouldBe(errorText);
        reply.Json.GetProperty("requestId").GetGuid().ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task The_limits_themselves_are_allowed()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=true&take=5000&skip=199990")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Pages_follow_each_other_in_the_order_asked_for()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var ids = Enumerable.Range(0, 5).Select(index => simulator.Add(age: TimeSpan.FromMinutes(10 - index)).Id).ToList();

        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=false&take=2&skip=0&order=dateAsc")).Ids.ShouldBe(ids[..2]);
        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=false&take=2&skip=4&order=dateAsc")).Ids.ShouldBe(ids[4..]);
        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=false&take=2&skip=0&order=dateDesc")).Ids.ShouldBe([ids[4], ids[3]]);
        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=false&take=0&skip=0")).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task Filters_by_article_and_by_unix_seconds_inclusive()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var now = simulator.Clock.GetUtcNow().ToUnixTimeSeconds();
        var old = simulator.Add(age: TimeSpan.FromSeconds(100)).Id;
        var fresh = simulator.Add(age: TimeSpan.FromSeconds(10), article: 7).Id;

        (await simulator.ListAsync(more: "&nmId=7")).Ids.ShouldBe([fresh]);
        (await simulator.ListAsync(more: $"&dateFrom={now - 10}")).Ids.ShouldBe([fresh]);
        (await simulator.ListAsync(more: $"&dateFrom={now - 9}")).Ids.ShouldBeEmpty();
        (await simulator.ListAsync(more: $"&dateTo={now - 100}")).Ids.ShouldBe([old]);
        (await simulator.ListAsync(more: $"&dateTo={now - 101}")).Ids.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_processed_is_in_the_answered_list_also_without_an_answer()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var open = simulator.Add().Id;
        var ratingOnly = simulator.Add(text: "").Id;
        var old = simulator.Add(age: TimeSpan.FromDays(30)).Id;
        var answered = simulator.Add().Id;
        await simulator.PostAnswerAsync(answered);

        var unanswered = await simulator.ListAsync();
        var processed = await simulator.ListAsync(isAnswered: true);

        unanswered.Ids.ShouldBe([open]);
        processed.Ids.ShouldBe([ratingOnly, old, answered], ignoreOrder: true);
        processed.Data.GetProperty("countArchive").GetInt32().ShouldBe(3);
        processed.Feedbacks.ShouldAllBe(feedback => feedback.GetProperty("state").GetString() == "wbRu");
        unanswered.Feedbacks[0].GetProperty("state").GetString().ShouldBe("none");
        processed.Feedbacks.Count(feedback => feedback.GetProperty("answer").ValueKind == JsonValueKind.Null).ShouldBe(2);
    }

    [Fact]
    public async Task The_age_of_the_archive_can_be_switched_off()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { ArchiveUnansweredAfter = null });
        var old = simulator.Add(age: TimeSpan.FromDays(700)).Id;

        (await simulator.ListAsync()).Ids.ShouldBe([old]);
    }
}
