using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Tests.Text;

public sealed class RussianTextTests
{
    [Theory]
    [InlineData("Вернём  ДЕНЬГИ!", "вернем деньги")]
    [InlineData("б\u200Bот", "бот")]
    [InlineData("ней\u00ADросеть", "нейросеть")]
    [InlineData("бо\u0301т", "бот")]
    [InlineData("кооой и\u0306од", "кооой йод")]
    [InlineData("кoмпенсaция", "компенсация")]
    [InlineData("GРT", "gpt")]
    [InlineData("ＧＰＴ", "gpt")]
    [InlineData("GPT4 и GPT-4", "gpt 4 и gpt 4")]
    [InlineData("чат-бот", "чат бот")]
    [InlineData("6от", "бот")]
    [InlineData("в0зврат", "возврат")]
    [InlineData("б о т", "бот")]
    [InlineData("б.о.т", "бот")]
    [InlineData("44р, 3шт и т. д. и в с", "44 р 3 шт и т д и в с")]
    [InlineData("100%", "100 %")]
    [InlineData("👍🏻 ок", "👍 🏻 ок")]
    [InlineData("", "")]
    public void Has_a_normal_form(string raw, string normal) => RussianText.Prepare(raw).ToNormalForm().ShouldBe(normal);

    [Fact]
    public void Tokens_know_their_place_in_the_raw_text()
    {
        var text = RussianText.Prepare("Ура,  б\u200Bот!");
        var place = text.RangeOf(1, 1);
        text.Raw.Substring(place.Start, place.Length).ShouldBe("б\u200Bот");
    }

    [Theory]
    [InlineData("\uD83D")]
    [InlineData("\u0306\u0306")]
    [InlineData("\n\n\r\n.")]
    [InlineData("٣٤ 漢字 İ")]
    public void Takes_any_input(string raw) => Should.NotThrow(() => RussianText.Prepare(raw).ToNormalForm());
}
