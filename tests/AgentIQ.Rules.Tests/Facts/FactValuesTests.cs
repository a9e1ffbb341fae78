using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Tests.Facts;

public sealed class FactValuesTests
{
    [Fact]
    public void Nothing_is_known_at_first()
    {
        var facts = TestSets.Facts();
        TestSets.Catalogue.Fields.ShouldAllBe(field => !facts.IsKnown(field.Name));
    }

    [Fact]
    public void Null_makes_a_fact_unknown_again()
    {
        var facts = TestSets.Facts().Set("count", 5).Set("tags", ["a"]).Set("ready", true).Set("colour", "red");
        facts.Set("count", (long?)null).Set("tags", (string[]?)null).Set("ready", (bool?)null).Set("colour", (string?)null);
        TestSets.Catalogue.Fields.ShouldAllBe(field => !facts.IsKnown(field.Name));
    }

    [Fact]
    public void A_value_outside_its_domain_is_unknown_and_listed()
    {
        var facts = TestSets.Facts().Set("colour", "pink").Set("count", 101).Set("tags", ["a", "z"]);
        (facts.IsKnown("colour"), facts.IsKnown("count"), facts.IsKnown("tags")).ShouldBe((false, false, true));
        facts.Refused.ShouldBe(["colour = pink", "count = 101", "tags = z"]);
    }

    [Fact]
    public void A_misspelt_fact_is_an_error_of_the_program() =>
        Should.Throw<ArgumentException>(() => TestSets.Facts().Set("cuont", 5)).Message.ShouldContain("Expected a field of the catalogue, came 'cuont'");

    [Fact]
    public void A_fact_of_another_type_is_an_error_of_the_program() =>
        Should.Throw<ArgumentException>(() => TestSets.Facts().Set("count", "five")).Message.ShouldContain("expected a value of type Int");

    [Fact]
    public void The_outputs_of_a_stage_become_facts_of_the_next()
    {
        var set = TestSets.Compile(TestSets.Document(
            "first",
            TestSets.Row("r", """{"field": "ready", "op": "eq", "value": true}""", """{"colour": "blue", "count": 7, "tags": ["c"], "other": true}"""),
            """{"name": "colour", "type": "enum", "values": ["blue", "violet"]}, {"name": "count", "type": "int"}, {"name": "tags", "type": "set", "values": ["c"]}, {"name": "other", "type": "bool"}"""));
        var facts = TestSets.Facts().Set("ready", true);
        facts.Take(set.Evaluate(facts));
        TestSets.OfConditions("""{"all": [{"field": "colour", "op": "eq", "value": "blue"}, {"field": "count", "op": "eq", "value": 7}, {"field": "tags", "op": "hasAll", "value": ["c"]}]}""")
            .Evaluate(facts).Outputs.Flag("hit").ShouldBeTrue();

        Decision none = set.Evaluate(TestSets.Facts());
        facts.Take(none).IsKnown("colour").ShouldBeFalse();
    }

    [Fact]
    public void The_catalogue_is_what_the_layers_declare()
    {
        var catalogue = FactCatalogue.Of(new Layer("distance"), new Layer("weight"));
        catalogue.Fields.Select(field => field.Name).ShouldBe(["distance", "weight"]);
        catalogue.SlotOf("weight").ShouldBe(1);
        Should.Throw<ArgumentException>(() => FactCatalogue.Of(new Layer("weight"), new Layer("weight"))).Message.ShouldContain("'weight' 2 times");
    }

    private sealed class Layer(string field) : IFactSource
    {
        public IReadOnlyList<FactField> Fields { get; } = [new FactField(field, FactType.Int)];
    }
}
