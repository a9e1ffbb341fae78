using AgentIQ.Rules.Text;

namespace AgentIQ.Rules.Tests.Text;

public sealed class TextPatternTests
{
    [Theory]
    [InlineData("суд", "Пойдём в суд", "суд")]
    [InlineData("суд", "посуда, судя по всему, обсудим", null)]
    [InlineData("бот", "работаем в субботу, ботинки", null)]
    [InlineData("бот", "ответил чат-бот", "бот")]
    [InlineData("=ии", "и и ещё", null)]
    [InlineData("=ии", "это ИИ.", "ИИ")]
    [InlineData("gpt|*gpt", "ChatGPT-4 написал", "ChatGPT")]
    [InlineData("gpt|*gpt", "GPT4", "GPT")]
    [InlineData("нейросеть", "Отвечено нейросетью", "нейросетью")]
    [InlineData("=вернем [..2] деньги", "Мы вернём вам ваши деньги", "вернём вам ваши деньги")]
    [InlineData("=вернем [..2] деньги", "Вернём вам все ваши деньги", null)]
    [InlineData("=вернем [..2] деньги", "Вернём товар. Деньги позже", null)]
    [InlineData("=вернем деньги", "вернём\nденьги", "вернём\nденьги")]
    [InlineData("~ =вернем [..2] деньги", "деньги мы вернём", "деньги мы вернём")]
    [InlineData("брак !<2(без|нет) !>2(исключить|исключенный)", "нашёл брак", "брак")]
    [InlineData("брак !<2(без|нет) !>2(исключить|исключенный)", "пришло без брака", null)]
    [InlineData("брак !<2(без|нет) !>2(исключить|исключенный)", "брак исключён", null)]
    [InlineData("не [..1] работать", "не всегда работает", "не всегда работает")]
    [InlineData("мы? виноватый", "виноваты", "виноваты")]
    [InlineData("( бот | нейросеть ) ответить", "бот ответит", "бот ответит")]
    [InlineData("компенс*", "компенсацию", "компенсацию")]
    [InlineData("#44-60 размер", "есть 46 размер?", "46 размер")]
    [InlineData("#44-60 размер", "есть 36 размер?", null)]
    [InlineData("# штука", "пришло 3 штуки", "3 штуки")]
    public void Finds(string pattern, string raw, string? expected)
    {
        var match = TextPattern.Parse(pattern).Find(RussianText.Prepare(raw));
        (match is { } found ? raw.Substring(found.Start, found.Length) : null).ShouldBe(expected);
    }

    [Theory]
    [InlineData("бррзвх", "in no dictionary")]
    [InlineData("вернём [..99] деньги", "N from 1 to 10")]
    [InlineData("(бот | нейросеть", "')' is missing")]
    [InlineData("", "at least one word")]
    [InlineData("брак !2(без)", "a guard is written")]
    public void Refuses_what_would_never_fire(string pattern, string reason) =>
        Should.Throw<FormatException>(() => TextPattern.Parse(pattern)).Message.ShouldContain(reason);

    [Fact]
    public void Finds_every_place_once()
    {
        var found = TextPattern.Parse("бот|нейросеть").FindAll(RussianText.Prepare("Бот и нейросеть, боты"));
        found.Select(match => match.Start).ShouldBe([0, 6, 17]);
    }
}
