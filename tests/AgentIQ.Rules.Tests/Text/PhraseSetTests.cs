using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Tests.Text;

public sealed class PhraseSetTests
{
    [Fact]
    public void Reports_which_patterns_matched_and_where()
    {
        var set = PhraseSet.Of([TextPattern.Parse("возврат"), TextPattern.Parse("не работать"), TextPattern.Parse("суд")]);
        var text = RussianText.Prepare("Фонарь не работает, оформила возврат. Фонарь снова не работает");

        var found = set.Scan(text).Select(match => (match.Pattern, text.RangeOf(match.FirstToken, match.LastToken).Start));

        found.ShouldBe([(1, 7), (0, 29), (1, 51)]);
    }

    [Fact]
    public void A_set_finds_what_its_patterns_find_alone()
    {
        string[] sources = ["бот", "не [..2] работать", "~ деньги [..3] вернуть", "гарант*", "вы !>1(не)", "*gpt"];
        var patterns = sources.Select(TextPattern.Parse).ToList();
        var set = PhraseSet.Of(patterns);
        foreach (var raw in new[] { "Вы не вернёте деньги, бот!", "не очень и работает ChatGPT", "деньги мне верните, гарантия же", "работает" })
        {
            var text = RussianText.Prepare(raw);
            var together = set.Scan(text).Select(match => match.Pattern).Distinct().Order();
            together.ShouldBe(Enumerable.Range(0, patterns.Count).Where(i => patterns[i].Find(text) is not null));
        }
    }
}
