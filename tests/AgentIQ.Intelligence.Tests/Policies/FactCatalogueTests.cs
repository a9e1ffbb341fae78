using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>What all layers together declare: people read every word of it in the editor of rules.</summary>
public sealed class FactCatalogueTests
{
    private static readonly FactCatalogue Catalogue = Shipped.Rules.Catalogue;

    public static TheoryData<string> Names => [.. Catalogue.Fields.Select(fact => fact.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fact_is_called_something_in_both_languages(string name)
    {
        var field = Catalogue.Fields[Catalogue.SlotOf(name)];
        foreach (var language in new[] { "ru", "en" })
        {
            var title = field.Title.In(language);
            title.ShouldNotBeNullOrWhiteSpace();
            title.ShouldNotContain("_");
            char.IsLower(title[0]).ShouldBeTrue(title);
            field.Description.In(language).ShouldNotBeNullOrWhiteSpace();
        }

        field.Labels.Keys.ShouldBe(field.Values, ignoreOrder: true);
    }

    [Fact]
    public void Titles_are_told_apart()
    {
        Catalogue.Fields.Select(field => field.Title.Ru).ShouldBeUnique();
        Catalogue.Fields.Select(field => field.Title.En).ShouldBeUnique();
    }

    [Fact]
    public void What_counts_something_says_what() =>
        Catalogue.Fields.Where(field => field.Type == FactType.Int && field.Unit is null).Select(field => field.Name).ShouldBe(["rating", "escalation_level"], ignoreOrder: true);

    [Fact]
    public void Every_intent_of_the_classifier_can_be_asked_for() =>
        Catalogue.Fields[Catalogue.SlotOf("intent")].Values.ShouldBe(IntentNames.All, ignoreOrder: true);
}
