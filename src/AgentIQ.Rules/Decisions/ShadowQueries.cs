using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Compilation;
using Dapper;

namespace AgentIQ.Rules.Decisions;

/// <summary>Reads what a version in shadow said.</summary>
internal sealed class ShadowQueries
{
    private const int Samples = 20;

    public async Task<ShadowReport?> ReportAsync(TenantScope scope, CompiledRuleSet shadow, CancellationToken ct)
    {
        var key = new { Seller = scope.TenantId, Set = shadow.Name, Version = shadow.Version.ToString() };
        var (decisions, differing, since) = await scope.Connection.QuerySingleAsync<(long, long, DateTimeOffset?)>(new CommandDefinition(
            """
            SELECT count(*), count(*) FILTER (WHERE shadow_differs), min(decided_at)
            FROM rule_decisions
            WHERE seller_id = @Seller AND set_name = @Set AND shadow_version IS NOT NULL AND shadow_version = @Version AND NOT is_sandbox
            """,
            key,
            cancellationToken: ct));

        // Grouped in the database: a set has few different outcomes, however many decisions there are.
        var pairs = await scope.Connection.QueryAsync<(string Before, string After, long Count)>(new CommandDefinition(
            """
            SELECT outputs, shadow_outputs, count(*)
            FROM rule_decisions
            WHERE seller_id = @Seller AND set_name = @Set AND shadow_version IS NOT NULL AND shadow_version = @Version AND shadow_differs AND NOT is_sandbox
            GROUP BY outputs, shadow_outputs
            """,
            key,
            cancellationToken: ct));
        var rows = await scope.Connection.QueryAsync<Row>(new CommandDefinition(
            $"""
            SELECT id, subject_id, decided_at, outputs, shadow_outputs, rows, shadow_rows
            FROM rule_decisions
            WHERE seller_id = @Seller AND set_name = @Set AND shadow_version IS NOT NULL AND shadow_version = @Version AND shadow_differs AND NOT is_sandbox
            ORDER BY id DESC
            LIMIT {Samples}
            """,
            key,
            cancellationToken: ct));
        return new ShadowReport(shadow.Version, since, decisions, differing, Shifts(shadow, pairs), [.. rows.Select(row => row.ToSample())]);
    }

    private static IReadOnlyList<OutputShifts> Shifts(CompiledRuleSet shadow, IEnumerable<(string Before, string After, long Count)> pairs)
    {
        var counted = pairs.Select(pair => (Before: Values(pair.Before), After: Values(pair.After), pair.Count)).ToList();
        return
        [
            .. shadow.Source.Outputs.Select(output => output.Field.Name).Select(name => new OutputShifts(
                name,
                [
                    .. counted.GroupBy(pair => (Before: pair.Before.GetValueOrDefault(name, "null"), After: pair.After.GetValueOrDefault(name, "null")))
                        .Select(group => new ValueShift(group.Key.Before, group.Key.After, group.Sum(pair => pair.Count)))
                        .OrderByDescending(shift => shift.Count).ThenBy(shift => shift.From, StringComparer.Ordinal).ThenBy(shift => shift.To, StringComparer.Ordinal),
                ])),
        ];
    }

    private static Dictionary<string, string> Values(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText(), StringComparer.Ordinal);
    }

    private sealed class Row
    {
        public Guid Id { get; init; }

        public Guid SubjectId { get; init; }

        public DateTimeOffset DecidedAt { get; init; }

        public string Outputs { get; init; } = "";

        public string ShadowOutputs { get; init; } = "";

        public string Rows { get; init; } = "";

        public string[] ShadowRows { get; init; } = [];

        public BacktestSample ToSample()
        {
            using var rows = JsonDocument.Parse(Rows);
            return new BacktestSample(Id, SubjectId, DecidedAt, Outputs, ShadowOutputs, [.. rows.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetString()!)], ShadowRows);
        }
    }
}
