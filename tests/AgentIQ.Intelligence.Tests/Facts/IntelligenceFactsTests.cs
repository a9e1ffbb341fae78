using AgentIQ.Intelligence.Facts;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Tests.Facts;

public sealed class IntelligenceFactsTests
{
    private static readonly IReadOnlyList<FactField> Fields = new IntelligenceFacts().Fields;

    [Fact]
    public void Every_intent_and_flag_that_is_found_is_a_fact()
    {
        Field("intent").Values.ShouldBe(IntentNames.All, ignoreOrder: true);
        FlagNames.All.ShouldBeSubsetOf(Field("flags").Values);
    }

    [Fact]
    public void Every_field_and_value_has_a_name_for_sentences_in_both_languages()
    {
        foreach (var field in Fields)
        {
            IsNamed(field.Title, field.Name).ShouldBeTrue(field.Name);
            field.Values.Where(value => !IsNamed(field.LabelOf(value), value)).ShouldBeEmpty(field.Name);
        }
    }

    [Fact]
    public void What_people_wrote_is_personal() => Fields.Where(field => field.Type == FactType.Text).ShouldAllBe(field => field.PersonalData);

    private static bool IsNamed(LocalizedText text, string name) => text.Ru.Length > 0 && text.En.Length > 0 && text.Ru != name && char.IsLower(text.Ru[0]);

    private static FactField Field(string name) => Fields.Single(field => field.Name == name);
}
