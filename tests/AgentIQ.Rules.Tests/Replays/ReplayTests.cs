using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Replays;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tests.Sets;

namespace AgentIQ.Rules.Tests.Replays;

public sealed class ReplayTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Subject = Guid.Parse("33333333-3333-7333-8333-333333333333");

    [Fact]
    public async Task A_decision_comes_out_again_by_the_version_that_made_it()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies);
        await database.ActivateAsync(policies, Seller, "high");
        await policies.ReloadAsync(CancellationToken.None);
        await DecideAsync(database, policies);
        await database.ActivateAsync(policies, Seller, "none");
        await policies.ReloadAsync(CancellationToken.None);

        var replays = await ReplayAllAsync(database, policies);
        replays.Select(replay => (replay.Recorded.Version, replay.IsSame)).ShouldBe([("platform-1", true), ("seller-1", true)]);
        replays.ShouldAllBe(replay => replay.Set!.Version.ToString() == replay.Recorded.Version);
    }

    [Fact]
    public async Task What_comes_out_differently_is_told()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies);
        await database.OwnerAsync(Seller, "UPDATE rule_decisions SET outputs = '{\"level\":\"high\"}', rows = '[]'");
        var replay = (await ReplayAllAsync(database, policies)).Single();
        replay.IsSame.ShouldBeFalse();
        replay.Differences.ShouldBe(["""expected the outputs {"level":"high"}, came {"level":"low"}""", "expected the rows , came r"]);
    }

    [Theory]
    [InlineData("UPDATE rule_decisions SET version = 'platform-9'", "test platform-9 is not stored any more")]
    [InlineData("UPDATE rule_decisions SET hash = 'x'", "test platform-1 has another text than the one that decided")]
    [InlineData("UPDATE rule_decisions SET facts = '{\"gone\": 1}'", "the fact gone does not exist any more")]
    public async Task What_cannot_be_made_again_says_why(string sql, string reason)
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await DecideAsync(database, policies);
        await database.OwnerAsync(Seller, sql);
        var replay = (await ReplayAllAsync(database, policies)).Single();
        (replay.IsSame, replay.Impossible).ShouldBe((false, reason));
    }

    private static Task DecideAsync(PolicyDatabase database, Policies policies) => database.Database.InTenantAsync(
        Seller,
        scope => database.Log(policies).AppendAsync(
            scope, policies.Current(Seller, "test").Evaluate(new FactValues(policies.Catalogue).Set("count", 6)), Subject, "test", database.Now, CancellationToken.None),
        CancellationToken.None);

    private static Task<List<Replay>> ReplayAllAsync(PolicyDatabase database, Policies policies) => database.Database.InTenantAsync(
        Seller,
        async scope =>
        {
            List<Replay> replays = [];
            foreach (var decision in await database.Log(policies).OfAsync(scope, Subject, CancellationToken.None))
            {
                replays.Add(await new Replayer(policies, database.Store(policies)).ReplayAsync(scope, decision, CancellationToken.None));
            }

            return replays;
        },
        CancellationToken.None);
}
