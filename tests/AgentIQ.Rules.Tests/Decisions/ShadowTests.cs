using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tests.Sets;

namespace AgentIQ.Rules.Tests.Decisions;

/// <summary>A version in shadow is evaluated on live facts, has no effect, and its differences are counted.</summary>
public sealed class ShadowTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-7111-8111-111111111111");

    [Fact]
    public async Task It_has_no_effect_and_its_differences_are_counted()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await ShadowAsync(database, policies, "high");
        PolicyDatabase.Level(policies, Seller).ShouldBe("platform-1 low");
        await DecideAsync(database, policies, 1, 6, 7);

        var report = (await ReportAsync(database, policies)).ShouldNotBeNull();
        (report.Version.ToString(), report.Decisions, report.Differing, report.Since).ShouldBe(("seller-1", 3L, 2L, database.Now));
        report.Outputs.Single().Shifts.ShouldBe([new ValueShift("\"low\"", "\"high\"", 2)]);
        report.Samples.Select(sample => (sample.Before, sample.After)).ShouldBe(Enumerable.Repeat(("""{"level":"low"}""", """{"level":"high"}"""), 2));
    }

    [Fact]
    public async Task Without_one_there_is_no_report()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies, 6);
        (await ReportAsync(database, policies)).ShouldBeNull();
    }

    [Fact]
    public async Task A_next_shadow_begins_anew()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await ShadowAsync(database, policies, "high");
        await DecideAsync(database, policies, 6);
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await ShadowAsync(database, policies, "none");
        var report = (await ReportAsync(database, policies)).ShouldNotBeNull();
        (report.Version.ToString(), report.Decisions, report.Since).ShouldBe(("seller-2", 0L, null));
    }

    private static async Task ShadowAsync(PolicyDatabase database, Policies policies, string level)
    {
        await database.Database.InTenantAsync(
            Seller,
            async scope =>
            {
                var store = database.Store(policies);
                var version = await store.SaveAsync(scope, RuleSetDocument.Parse(PolicyDatabase.Document(level), "draft"), "anna", "", database.Now, CancellationToken.None);
                await store.PublishAsync(scope, new PolicyPublication("test", version, PolicyState.Shadow, database.Now, null, "anna", ""), database.Now, CancellationToken.None);
            },
            CancellationToken.None);
        await policies.ReloadAsync(CancellationToken.None);
    }

    private static Task DecideAsync(PolicyDatabase database, Policies policies, params int[] counts) => database.Database.InTenantAsync(
        Seller,
        async scope =>
        {
            foreach (var count in counts)
            {
                var decision = policies.Current(Seller, "test").Evaluate(new FactValues(policies.Catalogue).Set("count", count));
                await database.Log(policies).AppendAsync(scope, decision, Guid.CreateVersion7(), "test", database.Now, CancellationToken.None);
            }
        },
        CancellationToken.None);

    private static Task<ShadowReport?> ReportAsync(PolicyDatabase database, Policies policies) =>
        database.Database.InTenantAsync(Seller, scope => database.Log(policies).ShadowAsync(scope, "test", CancellationToken.None), CancellationToken.None);
}
