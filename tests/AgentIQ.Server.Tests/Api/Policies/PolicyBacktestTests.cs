using System.Net;
using System.Text.Json;
using AgentIQ.Orchestration.Team;
using AgentIQ.Rules;
using AgentIQ.Rules.Backtests;
using AgentIQ.Server.Tests.Api.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>Trying a text over what was decided: the stream, its end, and that it stops.</summary>
public sealed class PolicyBacktestTests
{
    private const string Path = $"{Deadlines.Set}/backtests";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_streams_progress_and_ends_with_what_would_have_changed()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(30)));
        var interaction = await desk.ReceiveAsync(manager, "first");

        var response = await manager.PostAsync(Path, Request(desk, Deadlines.Of(7)));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        var lines = await LinesAsync(response);
        lines.SkipLast(1).ShouldNotBeEmpty();
        lines.SkipLast(1).ShouldAllBe(line => line.Text("type") == "progress");
        var report = lines[^1];
        report.Members().ShouldBe(["type", "against", "decisions", "changed", "notComparable", "outputs", "samples", "consequences", "seconds"]);
        (report.Text("type"), report.Text("against"), report.GetProperty("decisions").GetInt64(), report.GetProperty("changed").GetInt64()).ShouldBe(("report", "seller-1", 1, 1));
        var shift = report.List("outputs").Single(output => output.Text("output") == "first_response_minutes").List("shifts").Single();
        (shift.GetProperty("count").GetInt64(), shift.GetProperty("same").GetBoolean()).ShouldBe((1, false));
        var sample = report.List("samples").Single();
        sample.Text("interactionId").ShouldBe(interaction.Text("id"));
        sample.List("after").Single(output => output.Text("output") == "first_response_minutes").Text("value").ShouldContain("7");
        sample.List("rowsAfter").Select(row => row.GetString()).ShouldBe(["bad-review"]);
    }

    [Fact]
    public async Task Another_sellers_decisions_are_not_in_it()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        await desk.ReceiveAsync(manager, "first");

        (await LinesAsync(await stranger.PostAsync(Path, Request(desk, Deadlines.Of(7)))))[^1].GetProperty("decisions").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task What_cannot_be_run_is_refused_before_it_starts()
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(TeamRole.Analyst);
        var now = desk.Time.GetUtcNow();

        await (await person.PostAsync(Path, new { document = Deadlines.Of(7), from = now, to = now })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "bad_backtest");
        await (await person.PostAsync(Path, new { document = Deadlines.Of(7), from = now.AddDays(-1), to = now, samples = 101 })).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "bad_backtest");
        await (await person.PostAsync(Path, Request(desk, "{"))).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable");
        await (await person.PostAsync("/api/policies/priority/backtests", Request(desk, Deadlines.Of(7)))).ShouldBeProblemAsync(HttpStatusCode.UnprocessableEntity, "policy_unreadable");
    }

    [Fact]
    public async Task Each_person_runs_one_at_a_time_and_closing_the_connection_stops_it()
    {
        var slow = new SlowBacktests();
        await using var desk = await Desk.StartAsync(options => options with { Services = services => services.AddSingleton<IBacktests>(slow) });
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        using var owner = await desk.SignInAsync(TeamRole.Owner);
        using var analyst = await desk.SignInAsync(TeamRole.Analyst);

        using (var first = await manager.StreamAsync(Path, Request(desk, Deadlines.Of(7))))
        using (var second = await owner.StreamAsync(Path, Request(desk, Deadlines.Of(7))))
        {
            // The first line is there although the run has not ended: nothing holds the lines back.
            using var reader = new StreamReader(await first.Content.ReadAsStreamAsync(Ct));
            JsonElement.Parse((await reader.ReadLineAsync(Ct))!).Text("type").ShouldBe("progress");
            await slow.Running.WaitAsync(Ct);
            await slow.Running.WaitAsync(Ct);
            await (await manager.PostAsync(Path, Request(desk, Deadlines.Of(7)))).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "backtest_running");
            await (await analyst.PostAsync(Path, Request(desk, Deadlines.Of(7)))).ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "backtest_running");
        }

        await slow.Stopped.WaitAsync(Ct);
        await slow.Stopped.WaitAsync(Ct);
    }

    [Fact]
    public async Task What_breaks_on_the_way_is_the_last_line_and_says_nothing_of_the_inside()
    {
        await using var desk = await Desk.StartAsync(options => options with { Services = services => services.AddSingleton<IBacktests>(new BrokenBacktests()) });
        using var manager = await desk.SignInAsync(TeamRole.Manager);

        var last = (await LinesAsync(await manager.PostAsync(Path, Request(desk, Deadlines.Of(7)), "en")))[^1];

        (last.Text("type"), last.Text("title")).ShouldBe(("problem", "The back-test broke off"));
        last.ToString().ShouldNotContain(BrokenBacktests.Secret);
        // The slot is free again.
        (await manager.PostAsync(Path, Request(desk, Deadlines.Of(7)))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static object Request(Desk desk, string document) =>
        new { document, from = desk.Time.GetUtcNow().AddDays(-1), to = desk.Time.GetUtcNow().AddDays(1), samples = 5 };

    private static async Task<IReadOnlyList<JsonElement>> LinesAsync(HttpResponseMessage response) =>
        [.. (await response.Content.ReadAsStringAsync(Ct)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];

    /// <summary>Runs until it is stopped.</summary>
    private sealed class SlowBacktests : IBacktests
    {
        public SemaphoreSlim Running { get; } = new(0);

        public SemaphoreSlim Stopped { get; } = new(0);

        public async Task<BacktestReport> RunAsync(Guid tenantId, BacktestRequest request, IProgress<BacktestProgress> progress, CancellationToken ct)
        {
            progress.Report(new BacktestProgress(1, 100, 0));
            Running.Release();
            try
            {
                await Task.Delay(Timeout.Infinite, ct);
                throw new InvalidOperationException("It was not stopped.");
            }
            finally
            {
                Stopped.Release();
            }
        }
    }

    private sealed class BrokenBacktests : IBacktests
    {
        public const string Secret = "the connection string of the moon";

        public Task<BacktestReport> RunAsync(Guid tenantId, BacktestRequest request, IProgress<BacktestProgress> progress, CancellationToken ct) =>
            throw new InvalidOperationException(Secret);
    }
}
