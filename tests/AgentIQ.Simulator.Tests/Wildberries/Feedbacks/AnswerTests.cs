using System.Net.Http.Headers;
using System.Text;

namespace AgentIQ.Simulator.Tests.Wildberries.Feedbacks;

public sealed class AnswerTests
{
    private static readonly string[] ErrorMembers = ["title", "requestId", "origin", "detail"];

    [Fact]
    public async Task An_answer_is_204_without_a_body_and_goes_under_moderation()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        var reply = await simulator.PostAnswerAsync(id, "Спасибо, Марина!");

        reply.Status.ShouldBe(204);
        reply.Body.ShouldBe("");
        (await simulator.ListAsync()).Ids.ShouldBeEmpty();
        (await simulator.ListAsync(isAnswered: true)).Ids.ShouldBe([id]);
        var answer = simulator.Seller.Answers.ShouldHaveSingleItem();
        answer.Text.ShouldBe("Спасибо, Марина!");
        answer.State.ShouldBe("reviewRequired");
        answer.PostCount.ShouldBe(1);
    }

    [Fact]
    public async Task A_wrong_id_is_204_all_the_same_and_changes_nothing()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        (await simulator.PostAnswerAsync("нет-такого")).Status.ShouldBe(204);

        simulator.Seller.Answers.ShouldBeEmpty();
        simulator.Seller.StrayAnswers.ShouldHaveSingleItem().FeedbackId.ShouldBe("нет-такого");
        (await simulator.ListAsync()).Ids.ShouldBe([id]);
    }

    [Theory]
    [InlineData(null, """{"id":"x","text":"Спасибо"}""", "content-type header not specified")]
    [InlineData("u", """{"id":"x","text":"Спасибо"}""", "content-type is not a valid mime-type: u")]
    [InlineData("application/javascript", """{"id":"x","text":"Спасибо"}""", "not a json content-type: application/javascript")]
    [InlineData("application/json", """{"id":"x","text":""", "Неверный синтаксис JSON")]
    [InlineData("application/json", """{"id":"x","text":1}""", "Неверный синтаксис JSON")]
    [InlineData("application/json", "", "Неверный синтаксис JSON")]
    public async Task A_body_that_is_no_json_is_400_of_the_third_envelope(string? contentType, string body, string detail)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Patch })
        {
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            if (contentType is not null)
            {
                content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }

            var reply = await simulator.SendAsync(new HttpRequestMessage(method, "/api/v1/feedbacks/answer") { Content = content });

            ShouldBeBadAnswer(reply);
            reply.Detail.ShouldBe(detail);
        }
    }

    [Fact]
    public async Task A_charset_in_the_content_type_is_fine()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var content = new ByteArrayContent("""{"id":"x","text":"ok"}"""u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");

        (await simulator.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/api/v1/feedbacks/answer") { Content = content })).Status.ShouldBe(204);
    }

    [Theory]
    [InlineData(1, 400)]
    [InlineData(2, 204)]
    [InlineData(5000, 204)]
    [InlineData(5001, 400)]
    public async Task The_text_has_2_to_5000_characters(int length, int status)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        var reply = await simulator.PostAnswerAsync(id, new string('я', length));

        reply.Status.ShouldBe(status);
        simulator.Seller.Answers.Count.ShouldBe(status == 204 ? 1 : 0);
    }

    [Theory]
    [InlineData(RepeatedAnswer.Ignored, 204, "первый")]
    [InlineData(RepeatedAnswer.Replaces, 204, "второй")]
    [InlineData(RepeatedAnswer.Refused, 400, "первый")]
    public async Task A_second_post_does_what_the_switch_says_and_is_counted(RepeatedAnswer behaviour, int status, string text)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { RepeatedAnswer = behaviour });
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id, "первый");

        (await simulator.PostAnswerAsync(id, "второй")).Status.ShouldBe(status);

        var answer = simulator.Seller.Answers.ShouldHaveSingleItem();
        answer.Text.ShouldBe(text);
        answer.PostCount.ShouldBe(2);
        answer.Calls.Count(call => call.Taken).ShouldBe(behaviour == RepeatedAnswer.Replaces ? 2 : 1);
    }

    [Fact]
    public async Task Posts_at_the_same_time_leave_one_answer()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => simulator.PostAnswerAsync(id, $"Ответ {number}")));

        var answer = simulator.Seller.Answers.ShouldHaveSingleItem();
        answer.PostCount.ShouldBe(20);
        answer.Calls.Where(call => call.Taken).ShouldHaveSingleItem().Text.ShouldBe(answer.Text);
    }

    [Fact]
    public async Task An_answer_is_edited_once_and_goes_under_moderation_again()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id);
        simulator.Wildberries.FinishModeration();

        (await simulator.PatchAnswerAsync(id, "Исправлено")).Status.ShouldBe(204);
        simulator.Seller.Find(id)!.Answer.ShouldBe(new FeedbackAnswer("Исправлено", "reviewRequired", Editable: false));

        var second = await simulator.PatchAnswerAsync(id, "Ещё раз");
        ShouldBeBadAnswer(second);
        simulator.Seller.Find(id)!.Answer!.Text.ShouldBe("Исправлено");
    }

    [Theory]
    [InlineData(59.9, 204)]
    [InlineData(60, 400)]
    public async Task An_answer_is_edited_within_60_days(double days, int status)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id);

        simulator.Clock.Advance(TimeSpan.FromDays(days));

        simulator.Seller.Find(id)!.Answer!.Editable.ShouldBe(status == 204);
        (await simulator.PatchAnswerAsync(id, "Исправлено")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Editing_what_is_not_there_is_204_and_changes_nothing()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        (await simulator.PatchAnswerAsync(id)).Status.ShouldBe(204);
        (await simulator.PatchAnswerAsync("нет")).Status.ShouldBe(204);

        simulator.Seller.Find(id)!.Answer.ShouldBeNull();
    }

    private static void ShouldBeBadAnswer(WireReply reply)
    {
        reply.Status.ShouldBe(400);
        reply.Members.ShouldBe(ErrorMembers);
        reply.Json.GetProperty("title").GetString().ShouldBe("bad request");
        reply.Json.GetProperty("origin").GetString().ShouldBe("fbapi");
        reply.Json.GetProperty("requestId").GetString()!.ShouldMatch("^[0-9a-f]{32}$");
    }
}
