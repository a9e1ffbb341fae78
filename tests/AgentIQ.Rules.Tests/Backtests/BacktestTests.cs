using AgentIQ.Postgres;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tests.Sets;
using Dapper;

namespace AgentIQ.Rules.Tests.Backtests;

public sealed class BacktestTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Other = Guid.Parse("22222222-2222-7222-8222-222222222222");

    [Fact]
    public async Task It_says_from_what_to_what_how_often()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, Seller, 1, 4, 6, 8, 9);
        await DecideAsync(database, policies, Other, 6);

        List<BacktestProgress> told = [];
        var report = await RunAsync(database, policies, Draft("high"), told);
        (report.Set, report.Against.ToString(), report.Decisions, report.Changed, report.NotComparable).ShouldBe(("test", "platform-1", 5L, 3L, 0L));
        report.Outputs.Single().Output.ShouldBe("level");
        report.Outputs.Single().Shifts.ShouldBe([new ValueShift("\"low\"", "\"high\"", 3), new ValueShift("\"none\"", "\"none\"", 2)]);
        report.Samples.Select(sample => (sample.Before, sample.After, string.Join(',', sample.RowsBefore), string.Join(',', sample.RowsAfter)))
            .ShouldBe(Enumerable.Repeat(("""{"level":"low"}""", """{"level":"high"}""", "r", "r"), 3));
        told[^1].ShouldBe(new BacktestProgress(5, 5, 3));
    }

    [Fact]
    public async Task Only_the_period_counts()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await DecideAsync(database, policies, Seller, 6);
            database.Clock.Advance(TimeSpan.FromDays(1));
        }

        var to = database.Now.AddDays(-1);
        (await RunAsync(database, policies, new BacktestRequest(Document("high"), to.AddDays(-1), to))).Decisions.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_recorded_is_an_empty_report()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        var report = await RunAsync(database, policies, Draft("high"));
        (report.Decisions, report.Changed, report.Samples.Count, report.Outputs.Single().Shifts.Count).ShouldBe((0L, 0L, 0, 0));
    }

    [Fact]
    public async Task Many_chunks_count_every_decision_once_and_samples_are_spread()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, Seller, 6);
        await MultiplyAsync(database, 20_000);
        var report = await RunAsync(database, policies, Draft("high"));
        (report.Decisions, report.Changed, report.Samples.Count).ShouldBe((20_001L, 20_001L, 20));
        report.Samples.Select(sample => sample.DecisionId).Distinct().Count().ShouldBe(20);
        report.Samples.Select(sample => sample.DecisionId).ShouldBeInOrder();
    }

    [Fact]
    public async Task What_cannot_be_made_again_is_counted()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, Seller, 6, 7);
        await database.OwnerAsync(Seller, "UPDATE rule_decisions SET facts = '{\"gone\":1}' WHERE facts = '{\"count\":7}'");
        var report = await RunAsync(database, policies, Draft("high"));
        (report.Decisions, report.NotComparable).ShouldBe((1L, 1L));
    }

    [Fact]
    public async Task Trial_runs_do_not_count()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, Seller, 6, 7);
        await database.OwnerAsync(Seller, "UPDATE rule_decisions SET is_sandbox = true WHERE facts = '{\"count\":7}'");
        (await RunAsync(database, policies, Draft("high"))).Decisions.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_ends_it()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, Seller, 6);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            new BacktestRunner(database.Database, policies, [], database.Clock).RunAsync(Seller, Draft("high"), new Told([]), stop.Token));
    }

    [Fact]
    public async Task Consequences_are_asked_for_their_set()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, Seller, 6, 8);
        var runner = new BacktestRunner(database.Database, policies, [new HighCounts("other"), new HighCounts("test")], database.Clock);
        var report = await runner.RunAsync(Seller, Draft("high"), new Told([]), CancellationToken.None);
        report.Consequences.Single().ShouldBe(new BacktestConsequence("high", new LocalizedText("высоких", "high"), 0, 2));
    }

    private static RuleSetDocument Document(string level) => RuleSetDocument.Parse(PolicyDatabase.Document(level), "draft");

    private static BacktestRequest Draft(string level) => new(Document(level), DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));

    private static Task<BacktestReport> RunAsync(PolicyDatabase database, Policies policies, BacktestRequest request, List<BacktestProgress>? told = null) =>
        new BacktestRunner(database.Database, policies, [], database.Clock).RunAsync(Seller, request, new Told(told ?? []), CancellationToken.None);

    private static Task DecideAsync(PolicyDatabase database, Policies policies, Guid seller, params int[] counts) => database.Database.InTenantAsync(
        seller,
        async scope =>
        {
            foreach (var count in counts)
            {
                var decision = policies.Current(seller, "test").Evaluate(new FactValues(policies.Catalogue).Set("count", count));
                await database.Log(policies).AppendAsync(scope, decision, Guid.CreateVersion7(), "test", database.Now, CancellationToken.None);
            }
        },
        CancellationToken.None);

    private static Task MultiplyAsync(PolicyDatabase database, int times) => database.OwnerAsync(
        Seller,
        $"""
        INSERT INTO rule_decisions (seller_id, id, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, decided_at)
        SELECT seller_id, overlay(id::text placing lpad(to_hex(number), 8, '0') from 29)::uuid, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, decided_at
        FROM rule_decisions, generate_series(1, {times}) number
        """);

    private sealed class Told(List<BacktestProgress> all) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value)
        {
            lock (all)
            {
                all.Add(value);
            }
        }
    }

    private sealed class HighCounts(string set) : IConsequences, IConsequenceCounter
    {
        private long _before;
        private long _after;

        public string Set => set;

        public IConsequenceCounter NewCounter() => this;

        public Task AddAsync(TenantScope scope, IReadOnlyList<RemadeDecision> decisions, CancellationToken ct)
        {
            Interlocked.Add(ref _before, decisions.Count(decision => decision.Before.Text("level") == "high"));
            Interlocked.Add(ref _after, decisions.Count(decision => decision.After.Text("level") == "high"));
            return Task.CompletedTask;
        }

        public IReadOnlyList<BacktestConsequence> Result() => [new("high", new LocalizedText("высоких", "high"), _before, _after)];
    }
}
