using static AgentIQ.Rules.Tests.Checking.CheckedDocuments;

namespace AgentIQ.Rules.Tests.Checking;

public sealed class ShrinkerTests
{
    [Fact]
    public void Only_what_makes_it_fail_is_left()
    {
        var ready = Ask("ready", "eq", "true");
        var guilty = Ask("count", "lt", "5");
        var json = Of("first", [Row("a", ready), Row("b", Any(ready, All(Not(Not(guilty)), ready))), Row("c", ready)]);
        var shrunk = Read(Shrinker.Shrink(json, candidate => candidate.Contains("count", StringComparison.Ordinal))).Tables[0].Rows;
        shrunk.ShouldHaveSingleItem().Id.ShouldBe("b");
        shrunk[0].When.Parts.ShouldHaveSingleItem().ShouldBeOfType<AgentIQ.Rules.Conditions.FieldCondition>().Reference.Field.Name.ShouldBe("count");
    }
}
