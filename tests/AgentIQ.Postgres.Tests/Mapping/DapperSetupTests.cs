using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Postgres.Tests.Mapping;

public sealed class DapperSetupTests
{
    private static readonly DateTimeOffset Moscow = new(2026, 3, 2, 15, 0, 0, TimeSpan.FromHours(3));

    [Fact]
    public async Task A_moment_comes_back_in_utc_into_a_record_with_other_names()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var owner = await database.Database.Owner.OpenConnectionAsync();

        var row = await owner.QuerySingleAsync<Row>(
            "SELECT @moment::timestamptz AS occurred_at, @nothing::timestamptz AS closed_at", new { moment = Moscow, nothing = (DateTimeOffset?)null });

        row.ShouldBe(new Row(Moscow.ToUniversalTime(), null));
        row.OccurredAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_single_moment_can_be_read()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var owner = await database.Database.Owner.OpenConnectionAsync();

        (await owner.QuerySingleAsync<DateTimeOffset>("SELECT @Moscow", new { Moscow })).ShouldBe(Moscow);
        (await owner.QuerySingleAsync<DateTimeOffset?>("SELECT NULL::timestamptz")).ShouldBeNull();
    }

    private sealed record Row(DateTimeOffset OccurredAt, DateTimeOffset? ClosedAt);
}
