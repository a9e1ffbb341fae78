using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tests.Sets;

namespace AgentIQ.Rules.Tests.Decisions;

public sealed class DecisionLogTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Other = Guid.Parse("22222222-2222-7222-8222-222222222222");
    private static readonly Guid Subject = Guid.Parse("33333333-3333-7333-8333-333333333333");

    [Fact]
    public async Task A_decision_comes_back_as_it_was_made()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var set = TestSets.Compile(TestSets.Document(
            "first",
            TestSets.Row("few", """{"all": [{"field": "colour", "op": "eq", "value": "red"}, {"field": "count", "op": "lte", "value": 2}]}""", """{"level": "high", "hit": true}""")
                + ", " + TestSets.Row("ready", """{"field": "ready", "op": "eq", "value": true}""", """{"level": "low"}"""),
            """{"name": "level", "type": "enum", "values": ["low", "high"]}, {"name": "hit", "type": "bool"}"""));
        var decision = set.Evaluate(TestSets.Facts().Set("colour", "red").Set("count", 1));
        var id = await AppendAsync(database, Seller, decision, "priority");

        var recorded = (await OfAsync(database, Seller)).Single();
        (recorded.Id, recorded.SubjectId, recorded.Stage, recorded.Set, recorded.Version, recorded.Hash, recorded.At).ShouldBe((id, Subject, "priority", "test", "file", set.Hash, database.Now));
        recorded.Outputs.ShouldBe("""{"level":"high","hit":true}""");
        recorded.Facts.ShouldBe("""{"colour":"red","count":1}""");
        recorded.Unknown.ShouldBe(["ready"]);
        recorded.Fault.ShouldBeNull();
        var row = recorded.Rows.Single();
        (row.Table, row.Id, row.Description).ShouldBe(("only", "few", new LocalizedText("р", "r")));
    }

    [Fact]
    public async Task Evidence_is_kept_and_a_long_one_is_cut()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var set = TestSets.OfConditions("""{"field": "text", "op": "matches", "value": "длинн.*"}""");
        await AppendAsync(database, Seller, set.Evaluate(TestSets.Facts().Set("text", "длинн" + new string('о', 500))), "draft");
        var match = (await OfAsync(database, Seller)).Single().Rows.Single().Matches.Single();
        (match.Field, match.Start, match.Length, match.Phrase.Length).ShouldBe(("text", 0, 505, 81));
    }

    [Fact]
    public async Task Decisions_are_listed_in_their_order_and_to_their_seller_only()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var decision = TestSets.OfConditions("""{"field": "ready", "op": "eq", "value": true}""").Evaluate(TestSets.Facts());
        foreach (var stage in new[] { "priority", "sla", "draft" })
        {
            await AppendAsync(database, Seller, decision, stage);
        }

        (await OfAsync(database, Seller)).Select(recorded => recorded.Stage).ShouldBe(["priority", "sla", "draft"]);
        (await OfAsync(database, Other)).ShouldBeEmpty();
    }

    private static Task<Guid> AppendAsync(PolicyDatabase database, Guid seller, Decision decision, string stage) =>
        database.Database.InTenantAsync(seller, scope => database.Log().AppendAsync(scope, decision, Subject, stage, database.Now, CancellationToken.None), CancellationToken.None);

    private static Task<IReadOnlyList<RecordedDecision>> OfAsync(PolicyDatabase database, Guid seller) =>
        database.Database.InTenantAsync(seller, scope => database.Log().OfAsync(scope, Subject, CancellationToken.None), CancellationToken.None);
}
