using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Tests.Text;

public sealed class WordFormsTests
{
    [Theory]
    [InlineData("нейросеть", "нейросетью")]
    [InlineData("бот", "ботами")]
    [InlineData("компенсация", "компенсацию")]
    [InlineData("вернуть", "вернем")]
    [InlineData("вернуть", "верните")]
    [InlineData("вернуть", "вернула")]
    [InlineData("бракованный", "бракованная")]
    [InlineData("сломанный", "сломан")]
    [InlineData("суд", "судом")]
    [InlineData("промпт", "промпта")]
    [InlineData("вы", "вам")]
    [InlineData("прийти", "пришла")]
    [InlineData("гарантировать", "гарантируем")]
    public void A_word_has_its_forms(string word, string form) => WordForms.Of(word).ShouldContain(form);

    [Theory]
    [InlineData("суд", "судя")]
    [InlineData("суд", "посуда")]
    [InlineData("бот", "работа")]
    [InlineData("вес", "весь")]
    public void A_headword_is_only_itself(string word, string stranger) => WordForms.Of(word).ShouldNotContain(stranger);

    [Theory]
    [InlineData("вернём", "верните")]
    [InlineData("деньгами", "деньги")]
    [InlineData("ПОДДЕЛКУ", "подделка")]
    public void Any_form_leads_to_the_whole_paradigm(string form, string other) => WordForms.Of(form).ShouldContain(other);

    [Fact]
    public void An_unknown_word_has_no_forms() => WordForms.Of("бррзвх").ShouldBeEmpty();
}
