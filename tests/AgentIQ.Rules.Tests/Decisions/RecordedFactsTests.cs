using System.Text;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tests.Compilation;
using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Tests.Decisions;

/// <summary>What the log keeps of facts is enough to have them again.</summary>
public sealed class RecordedFactsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Facts_come_back_as_they_were(int seed)
    {
        var random = new RandomSet(seed);
        for (var round = 0; round < 20; round++)
        {
            var facts = random.Facts();
            var recorded = RecordedFacts.Of(facts);
            var again = new FactValues(TestSets.Catalogue);
            Read(recorded, again).ShouldBeNull();
            RecordedFacts.Of(again).ShouldBeEquivalentTo(recorded);
            again.Now.ShouldBe(TestSets.Now);
        }
    }

    [Fact]
    public void What_was_read_before_leaves_nothing_behind()
    {
        var again = TestSets.Facts().Set("count", 5).Set("text", "старое");
        Read(RecordedFacts.Of(TestSets.Facts().Set("ready", true)), again).ShouldBeNull();
        RecordedFacts.Of(again).Json.ShouldBe("""{"ready":true}""");
    }

    [Fact]
    public void A_length_of_time_before_zero_comes_back()
    {
        var again = new FactValues(TestSets.Catalogue);
        Read(RecordedFacts.Of(TestSets.Facts().Set("age", TimeSpan.FromSeconds(-90))), again).ShouldBeNull();
        RecordedFacts.Of(again).Json.ShouldBe("""{"age":"-PT1M30S"}""");
    }

    [Theory]
    [InlineData("""{"gone":1}""", "the fact gone does not exist any more")]
    [InlineData("""{"colour":"purple"}""", "the value of colour does not suit it any more")]
    [InlineData("""{"tags":["a","z"]}""", "tags has lost the value z")]
    [InlineData("""{"count":"five"}""", "the value of count does not suit it any more")]
    [InlineData("""{"text":{"sha256":"00","length":3}}""", "the words of text were erased")]
    public void What_cannot_be_had_is_named(string json, string reason) =>
        new RecordedFactsReader(TestSets.Catalogue, _ => null).Read(Encoding.UTF8.GetBytes(json), null, new FactValues(TestSets.Catalogue)).ShouldBe(reason);

    private static string? Read(RecordedFacts recorded, FactValues into) =>
        new RecordedFactsReader(TestSets.Catalogue, hash => recorded.Texts.TryGetValue(hash, out var text) ? RussianText.Prepare(text) : null)
            .Read(Encoding.UTF8.GetBytes(recorded.Json), TestSets.Now, into);
}
