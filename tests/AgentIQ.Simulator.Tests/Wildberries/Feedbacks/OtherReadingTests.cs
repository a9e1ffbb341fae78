namespace AgentIQ.Simulator.Tests.Wildberries.Feedbacks;

public sealed class OtherReadingTests
{
    [Fact]
    public async Task New_feedbacks_are_the_unviewed_ones()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        (await NewAsync(simulator)).ShouldBe("""{"hasNewQuestions":false,"hasNewFeedbacks":false}""");

        var id = simulator.Add().Id;
        (await NewAsync(simulator)).ShouldBe("""{"hasNewQuestions":false,"hasNewFeedbacks":true}""");

        await simulator.PostAnswerAsync(id);
        (await NewAsync(simulator)).ShouldBe("""{"hasNewQuestions":false,"hasNewFeedbacks":false}""");
    }

    [Fact]
    public async Task Count_unanswered_counts_all_and_those_of_the_day_in_Moscow()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add(age: TimeSpan.FromHours(1));
        simulator.Add(age: TimeSpan.FromHours(14.9));
        simulator.Add(age: TimeSpan.FromHours(15.1));
        simulator.Add(text: "");

        var data = (await simulator.GetAsync("/api/v1/feedbacks/count-unanswered")).Data;

        data.GetRawText().ShouldBe("""{"countUnanswered":3,"countUnansweredToday":2}""");
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("?isAnswered=true", 1)]
    [InlineData("?isAnswered=false", 2)]
    [InlineData("?isAnswered=false&dateFrom=1772452700", 1)]
    [InlineData("?isAnswered=false&dateTo=1772452700", 1)]
    public async Task Count_takes_answered_ones_unless_told_otherwise(string query, int expected)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add(text: "");
        simulator.Add(age: TimeSpan.FromSeconds(10));
        simulator.Add(age: TimeSpan.FromSeconds(1000));

        (await simulator.GetAsync("/api/v1/feedbacks/count" + query)).Data.GetInt32().ShouldBe(expected);
    }

    [Theory]
    [InlineData("isAnswered=1", "Плохой формат isAnswered")]
    [InlineData("dateFrom=x", "Плохой формат dateFrom")]
    [InlineData("dateTo=x", "Плохой формат dateTo")]
    public async Task Count_refuses_wrong_parameters(string query, string errorText)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.GetAsync("/api/v1/feedbacks/count?" + query);

        reply.Status.ShouldBe(400);
        reply.ErrorText.ShouldBe(errorText);
    }

    [Fact]
    public async Task The_archive_has_feedbacks_alone_in_its_data()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Add();
        var ratingOnly = simulator.Add(text: "").Id;
        simulator.Add(text: "", article: 7);

        var reply = await simulator.GetAsync("/api/v1/feedbacks/archive?take=10&skip=0&nmId=41200101&order=dateAsc");

        reply.Ids.ShouldBe([ratingOnly]);
        reply.Data.EnumerateObject().ShouldHaveSingleItem().Name.ShouldBe("feedbacks");
        (await simulator.GetAsync("/api/v1/feedbacks/archive?take=5001&skip=0")).Status.ShouldBe(400);
        (await simulator.GetAsync("/api/v1/feedbacks/archive?take=1")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task One_feedback_is_the_object_itself()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        (await simulator.GetAsync("/api/v1/feedback?id=" + id)).Data.GetProperty("id").GetString().ShouldBe(id);
    }

    [Theory]
    [InlineData("?id=нет")]
    [InlineData("")]
    public async Task One_that_cannot_be_fetched_is_422(string query)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var reply = await simulator.GetAsync("/api/v1/feedback" + query);

        reply.Status.ShouldBe(422);
        reply.ErrorText.ShouldBe("Невозможно получить отзыв по id");
    }

    private static async Task<string> NewAsync(SimulatorUnderTest simulator) =>
        (await simulator.GetAsync("/api/v1/new-feedbacks-questions")).Data.GetRawText();
}
