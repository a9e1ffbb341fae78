using AgentIQ.Simulator.Persistence;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Simulator.Tests.Persistence;

public sealed class PersistenceTests
{
    [Fact]
    public async Task The_next_run_goes_on_with_feedbacks_answers_and_what_was_removed()
    {
        using var folder = new TemporaryFolder();
        string answered, removed, open;
        await using (var first = await StartAsync(folder))
        {
            (answered, removed, open) = (first.Add().Id, first.Add().Id, first.Add().Id);
            await first.PostAnswerAsync(answered, "Спасибо, «Марина»! 🙂");
            await first.PostAnswerAsync(answered, "Второй раз");
            await first.PostAnswerAsync("нет");
            first.Seller.Remove(removed);
            first.Seller.Edit(open, feedback => feedback with { Text = "Передумал" });
        }

        await using var second = await StartAsync(folder);

        second.Seller.Feedbacks.Select(feedback => feedback.Id).ShouldBe([answered, open], ignoreOrder: true);
        var answer = second.Seller.Answers.ShouldHaveSingleItem();
        answer.Text.ShouldBe("Спасибо, «Марина»! 🙂");
        answer.PostCount.ShouldBe(2);
        second.Seller.StrayAnswers.ShouldHaveSingleItem();
        second.Seller.Find(open)!.Text.ShouldBe("Передумал");
    }

    [Fact]
    public async Task Moderation_goes_on_across_runs()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (var first = await StartAsync(folder))
        {
            id = first.Add().Id;
            await first.PostAnswerAsync(id);
        }

        await using var second = await StartAsync(folder);
        second.Seller.Find(id)!.Answer!.State.ShouldBe("reviewRequired");
        second.Clock.Advance(TimeSpan.FromSeconds(20));
        second.Seller.Find(id)!.Answer!.State.ShouldBe("wbRu");
    }

    [Fact]
    public async Task What_was_answered_with_204_is_in_the_file_before_the_response()
    {
        using var folder = new TemporaryFolder();
        await using var simulator = await StartAsync(folder);
        var id = simulator.Add().Id;
        using var gate = simulator.Wildberries.OnRequest("POST", "*", RequestMoment.Handled);

        var pending = simulator.PostAnswerAsync(id, "Сохранённый ответ");
        await gate.Reached;
        await using (var file = new FileStream(Journal(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            using var reader = new StreamReader(file);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain("Сохранённый ответ");
        }

        gate.Release();
        await pending;
    }

    [Fact]
    public async Task A_torn_last_line_is_ignored_with_a_warning()
    {
        using var folder = new TemporaryFolder();
        string kept;
        await using (var first = await StartAsync(folder))
        {
            kept = first.Add().Id;
        }

        await File.AppendAllTextAsync(Journal(folder), """{"kind":"feedback","sid":"4c29d2bb-b998""", TestContext.Current.CancellationToken);
        using var log = new RecordingLogger();
        await using (var second = await StartAsync(folder, log))
        {
            second.Seller.Feedbacks.ShouldHaveSingleItem().Id.ShouldBe(kept);
            log.Lines.ShouldContain(line => line.Level == LogLevel.Warning && line.Line.Contains("torn", StringComparison.Ordinal));
            second.Add();
        }

        await using var third = await StartAsync(folder);
        third.Seller.Feedbacks.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_line_broken_in_the_middle_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        await using (await StartAsync(folder))
        {
        }

        await File.AppendAllTextAsync(Journal(folder), "мусор\n{\"kind\":\"feed\",\"sid\":\"4c29d2bb-b998-4c38-9e8e-3a590055e4e6\",\"position\":1}\n", TestContext.Current.CancellationToken);

        var problem = await Should.ThrowAsync<SimulatorStateException>(() => StartAsync(folder));
        problem.Message.ShouldContain("journal.jsonl, line 2");
        problem.Message.ShouldContain("мусор");
    }

    [Fact]
    public async Task A_kill_between_snapshot_and_empty_journal_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        byte[] journal;
        await using (var first = await StartAsync(folder))
        {
            await first.PostAnswerAsync(first.Add().Id);
            await first.PostAnswerAsync("нет");
            await using var file = new FileStream(Journal(folder), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var copy = new MemoryStream();
            await file.CopyToAsync(copy, TestContext.Current.CancellationToken);
            journal = copy.ToArray();
        }

        await using (await StartAsync(folder))
        {
        }

        await File.WriteAllBytesAsync(Journal(folder), journal, TestContext.Current.CancellationToken);
        await using var third = await StartAsync(folder);

        third.Seller.Feedbacks.Count.ShouldBe(1);
        third.Seller.Answers.ShouldHaveSingleItem().PostCount.ShouldBe(1);
        third.Seller.StrayAnswers.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_simulators_do_not_share_a_state()
    {
        using var folder = new TemporaryFolder();
        await using var first = await StartAsync(folder);

        var problem = await Should.ThrowAsync<SimulatorStateException>(() => StartAsync(folder));
        problem.Message.ShouldContain("only user");

        await using var other = await SimulatorUnderTest.StartAsync(simulator: options => options with { StateFolder = folder.Path, Name = "other" });
        other.Seller.Sid.ShouldNotBe(first.Seller.Sid);
    }

    private static string Journal(TemporaryFolder folder) => Path.Combine(folder.Path, "default", "journal.jsonl");

    private static Task<SimulatorUnderTest> StartAsync(TemporaryFolder folder, RecordingLogger? log = null) =>
        SimulatorUnderTest.StartAsync(simulator: options => options with { StateFolder = folder.Path, Logging = log ?? options.Logging });
}
