using System.Text.Json;
using AgentIQ.Server.Commands;

namespace AgentIQ.Server.Tests.Commands;

public sealed class JsonLinesTests
{
    [Fact]
    public async Task Each_line_is_answered_by_one_line_and_a_bad_one_does_not_stop_the_others()
    {
        using var shell = new Shell(
            """
            {"text":"Ужасное качество, верните деньги","channel":"review","rating":1}
            not json
            {"channel":"review"}
            {"text":"Спасибо!","channel":"letter"}

            null
            {"text":"Спасибо, всё отлично","rating":5}
            """);

        var code = await shell.RunAsync("classify", "--jsonl");

        code.ShouldBe(ExitCode.Failure);
        var answers = shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answers.Count.ShouldBe(7);
        answers[0].GetProperty("sentiment").GetString().ShouldBe("negative");
        answers[0].EnumerateObject().Select(member => member.Name).ShouldBe(["intent", "flags", "sentiment"]);
        answers[1].GetProperty("error").GetString()!.ShouldStartWith("line 2: ");
        answers[2].GetProperty("error").GetString()!.ShouldContain("text");
        answers[3].GetProperty("error").GetString()!.ShouldContain("letter");
        answers[4].GetProperty("error").GetString()!.ShouldStartWith("line 5: ");
        answers[5].GetProperty("error").GetString()!.ShouldStartWith("line 6: ");
        answers[6].GetProperty("sentiment").GetString().ShouldBe("positive");
        shell.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_is_checked_without_a_database()
    {
        using var shell = new Shell(
            """
            {"text":"Здравствуйте! Гарантируем возврат денег.","channel":"review","customer_text":"Хороший чайник"}
            {"text":"Здравствуйте, Мария! Спасибо за тёплый отзыв, нам очень приятно.","channel":"review","customer_text":"Хороший чайник"}
            """);

        var code = await shell.RunAsync("reply", "check", "--jsonl");

        code.ShouldBe(ExitCode.Ok);
        var answers = shell.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        answers[0].GetProperty("valid").GetBoolean().ShouldBeFalse();
        var violation = answers[0].GetProperty("violations").EnumerateArray().First();
        violation.GetProperty("severity").GetString().ShouldBe("error");
        violation.GetProperty("phrase").GetString().ShouldNotBeNullOrEmpty();
        violation.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        answers[1].GetProperty("valid").GetBoolean().ShouldBeTrue();
        shell.Output.ShouldContain("озврат", Case.Sensitive, "Cyrillic is not escaped");
    }
}
