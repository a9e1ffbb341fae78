using System.Diagnostics;
using AgentIQ.Bench.Hosting;
using AgentIQ.Bench.Rules;
using AgentIQ.Context.Facts;
using AgentIQ.Intelligence.Facts;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Priorities;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Bench.Backtest;

/// <summary>A decision log filled from the examples of the shipped sets, and the interactions that the decisions are about.</summary>
internal sealed class RecordedLog : IAsyncDisposable
{
    private static readonly Guid Seller = Guid.Parse("0198c0de-0000-7000-8000-000000000001");
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly BenchServer _server;
    private readonly ServiceProvider _services;

    private RecordedLog(BenchServer server, ServiceProvider services) => (_server, _services) = (server, services);

    public static async Task<RecordedLog> StartAsync(CancellationToken ct)
    {
        var server = await BenchServer.StartAsync([RulesSchema.Part, InteractionsSchema.Part], ct);
        var services = new ServiceCollection()
            .AddSingleton(server.Database)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IIdSource>(new UuidV7Source(TimeProvider.System))
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton<IFactSource, ContextFacts>().AddSingleton<IFactSource, OrchestrationFacts>().AddSingleton<IFactSource, IntelligenceFacts>()
            .AddSingleton<AnswerTimes>().AddSingleton<IConsequences, SlaConsequences>()
            .AddRules(Path.Combine(AppContext.BaseDirectory, "rules"))
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>())
        {
            await service.StartAsync(ct);
        }

        return new RecordedLog(server, services);
    }

    /// <summary>Records so many decisions of a set, each about an interaction of its own, a second apart, with the facts of its examples in turn.</summary>
    public async Task FillAsync(string set, int decisions, CancellationToken ct)
    {
        var shipped = ShippedSets.Load().Sets[set];
        await using var connection = await _server.Database.Owner.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await ExecuteAsync("SELECT set_config('agentiq.seller_id', @seller, true)", new { seller = Seller.ToString() });
        await ExecuteAsync("INSERT INTO sellers VALUES (@Seller, 'bench', @Start) ON CONFLICT DO NOTHING", new { Seller, Start });
        await ExecuteAsync("CREATE TEMP TABLE example (number int, facts text, outputs text) ON COMMIT DROP; CREATE TEMP TABLE word (number int, sha256 text, body text) ON COMMIT DROP");
        foreach (var (number, example) in shipped.Source.Examples.Index())
        {
            var recorded = RecordedFacts.Of(example.Facts);
            await ExecuteAsync("INSERT INTO example VALUES (@number, @Json, @outputs)", new { number, recorded.Json, outputs = shipped.Evaluate(example.Facts).Outputs.ToJson() });
            foreach (var (sha256, body) in recorded.Texts)
            {
                await ExecuteAsync("INSERT INTO word VALUES (@number, @sha256, @body)", new { number, sha256, body });
            }
        }

        // A UUIDv7 of the decision's second; the number makes it and its subject the only ones.
        await ExecuteAsync(
            """
            CREATE TEMP TABLE made ON COMMIT DROP AS
            SELECT number, number % @examples AS example, @Start + number * interval '1 second' AS at,
                   (lpad(to_hex((@first + number * 1000::bigint)), 12, '0') || '7' || @prefix || '8' || lpad(to_hex(number), 15, '0'))::uuid AS id
            FROM generate_series(1, @decisions) number
            """,
            new { examples = shipped.Source.Examples.Count, Start, first = Start.ToUnixTimeMilliseconds(), prefix = set[..3] switch { "pri" => "001", "sla" => "002", _ => "003" }, decisions });
        await ExecuteAsync(
            """
            INSERT INTO interactions (
                seller_id, id, marketplace, channel, external_id, status, needs_reply, subject, preview, occurred_at, received_at, clock_start, updated_at)
            SELECT @Seller, id, 'wildberries', 'review', id::text, 'closed', true, '', '', at, at, at, at FROM made
            """,
            new { Seller });
        await ExecuteAsync(
            """
            INSERT INTO interaction_events (seller_id, id, interaction_id, type, at, actor, details)
            SELECT @Seller, id, id, 'reply_approved', at + (number % 120) * interval '1 minute', 'system', '{}' FROM made
            """,
            new { Seller });
        await ExecuteAsync(
            """
            INSERT INTO rule_decisions (seller_id, id, subject_id, stage, set_name, version, hash, rows, outputs, unknown, facts, facts_at, decided_at)
            SELECT @Seller, made.id, made.id, @set, @set, 'platform-1', @Hash, '[]', example.outputs, '{}', example.facts, at, at
            FROM made JOIN example ON example.number = made.example
            """,
            new { Seller, set, shipped.Hash });
        await ExecuteAsync(
            "INSERT INTO decision_texts (seller_id, subject_id, sha256, body, created_at) SELECT @Seller, made.id, sha256, body, at FROM made JOIN word ON word.number = made.example ON CONFLICT DO NOTHING",
            new { Seller });
        await transaction.CommitAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition("ANALYZE agentiq.rule_decisions, agentiq.decision_texts, agentiq.interactions, agentiq.interaction_events", commandTimeout: 0, cancellationToken: ct));

        Task ExecuteAsync(string sql, object? values = null) =>
            connection.ExecuteAsync(new CommandDefinition(sql, values, transaction, commandTimeout: 0, cancellationToken: ct));
    }

    /// <summary>Back-tests a draft over all of them.</summary>
    public async Task<Figures> RunAsync(BenchDraft draft, CancellationToken ct)
    {
        var platform = _services.GetRequiredService<IPolicies>().Platform(draft.Set);
        var request = new BacktestRequest(draft.Of(platform.Source), Start, Start.AddYears(10));
        var before = await _server.ProcessorTimeAsync(ct);
        var began = Stopwatch.GetTimestamp();
        var report = await _services.GetRequiredService<IBacktests>().RunAsync(Seller, request, new Progress<BacktestProgress>(), ct);
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var used = (await _server.ProcessorTimeAsync(ct)) - before;
        return new Figures
        {
            ["decisions"] = report.Decisions,
            ["changed"] = report.Changed,
            ["not_comparable"] = report.NotComparable,
            ["seconds"] = took,
            ["decisions_per_second"] = report.Decisions / took,
            ["processor_seconds_here"] = used.Engine,
            ["processor_seconds_postgres"] = used.Postgres,
        };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in _services.GetServices<IHostedService>())
        {
            await service.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
        await _server.DisposeAsync();
    }
}
