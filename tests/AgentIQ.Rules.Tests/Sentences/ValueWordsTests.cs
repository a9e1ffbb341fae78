using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;

namespace AgentIQ.Rules.Tests.Sentences;

/// <summary>One value in words, from JSON and from a row.</summary>
public sealed class ValueWordsTests
{
    [Theory]
    [InlineData("channel", "\"review\"", "отзыв", "review")]
    [InlineData("channel", "\"letter\"", "letter", "letter")]
    [InlineData("intent", "\"e\"", "размер, цвет или модель", "size, colour or model")]
    [InlineData("channel", "null", "нет значения", "no value")]
    [InlineData("rating", "5", "5", "5")]
    [InlineData("length", "1000000", "1\u00a0000\u00a0000 симв.", "1,000,000 characters")]
    [InlineData("waiting_minutes", "1500", "1 день 1 ч", "1 day 1 h")]
    [InlineData("waiting_minutes", "0", "0 мин", "0 min")]
    [InlineData("confidence", "-0.5", "−0,5", "−0.5")]
    [InlineData("repeated", "true", "да", "yes")]
    [InlineData("overdue", "false", "ещё не прошёл", "not over yet")]
    [InlineData("flags", "[\"legal\", \"health\", \"fake\"]", "угроза суда, вред здоровью и подделка", "legal threat, harm to health and counterfeit")]
    [InlineData("flags", "[]", "нет", "none")]
    [InlineData("age", "\"PT90M\"", "1 ч 30 мин", "1 h 30 min")]
    [InlineData("age", "\"P2D\"", "2 дня", "2 days")]
    [InlineData("age", "\"PT0.5S\"", "0,5 сек", "0.5 s")]
    [InlineData("seen_at", "\"2030-01-31T09:00:00.0000000+00:00\"", "31.01.2030 09:00 UTC", "31 Jan 2030 09:00 UTC")]
    [InlineData("article", "\"12\"", "«12»", "“12”")]
    [InlineData("customer_text", "{\"sha256\": \"00\", \"length\": 5}", "скрыто", "hidden")]
    [InlineData("rating", "\"five\"", "five", "five")]
    [InlineData("rating", "{\"a\": 1}", "{\"a\": 1}", "{\"a\": 1}")]
    [InlineData("rating", "no json", "no json", "no json")]
    public void A_value_reads_as_people_say_it(string field, string json, string ru, string en) =>
        ValueWords.Of(TitledSets.Catalogue.Fields[TitledSets.Catalogue.SlotOf(field)], json).ShouldBe(new LocalizedText(ru, en));

    [Fact]
    public void What_a_row_puts_out_reads_the_same()
    {
        var set = TitledSets.Set(TestSets.Row("r", """{"field": "rating", "op": "eq", "value": 5}""", """{"priority": "high", "first_response_minutes": 120, "found": ["contact"], "escalate": false, "message": {"ru": "Скорее", "en": "Hurry"}}"""));
        set.Tables[0].Rows[0].Then.Select(value => ValueWords.Of(set.Outputs[value.Slot].Field, value).Ru).ShouldBe(["высокий", "2 ч", "контакты", "нет", "«Скорее»"]);
    }

    [Fact]
    public void Long_texts_are_cut() =>
        ValueWords.Of(TitledSets.Catalogue.Fields[TitledSets.Catalogue.SlotOf("customer_text")], $"\"{new string('я', 200)}\"").Ru.Length.ShouldBe(82);
}
