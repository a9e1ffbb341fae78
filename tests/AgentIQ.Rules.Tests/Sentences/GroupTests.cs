using System.Text.RegularExpressions;

namespace AgentIQ.Rules.Tests.Sentences;

/// <summary>Groups are said without brackets and can be read in one way only.</summary>
public sealed class GroupTests
{
    // Short conditions: R is rating 5, C a chat, V a review, and so on.
    private static readonly Dictionary<string, string> Short = new(StringComparer.Ordinal)
    {
        ["R"] = """{"field": "rating", "op": "gte", "value": 4}""",
        ["C"] = """{"field": "channel", "op": "eq", "value": "chat"}""",
        ["V"] = """{"field": "channel", "op": "eq", "value": "review"}""",
        ["P"] = """{"field": "repeated", "op": "eq", "value": true}""",
        ["I"] = """{"field": "intent", "op": "in", "value": ["a", "b"]}""",
    };

    [Theory]
    [InlineData("""{"all": [R, C]}""", "оценка не меньше 4 и канал — чат", "the rating is at least 4 and the channel is chat")]
    [InlineData("""{"all": [R, C, P]}""", "оценка не меньше 4, канал — чат и повтор — да", "the rating is at least 4, the channel is chat and the repetition is yes")]
    [InlineData("""{"all": [I, C]}""", "намерение — возврат или обмен, и канал — чат", "the intent is return or exchange, and the channel is chat")]
    [InlineData("""{"any": [R, C]}""", "либо оценка не меньше 4, либо канал — чат", "either the rating is at least 4, or the channel is chat")]
    [InlineData("""{"any": [{"all": [R, C]}, P]}""", "либо оценка не меньше 4 и канал — чат, либо повтор — да", "either the rating is at least 4 and the channel is chat, or the repetition is yes")]
    [InlineData("""{"all": [{"any": [R, C]}, P]}""", "повтор — да, и либо оценка не меньше 4, либо канал — чат", "the repetition is yes, and either the rating is at least 4, or the channel is chat")]
    [InlineData("""{"all": [{"any": [R, C]}, {"any": [V, P]}]}""", "либо оценка не меньше 4, либо канал — чат, и при этом либо канал — отзыв, либо повтор — да", "either the rating is at least 4, or the channel is chat, and at the same time either the channel is review, or the repetition is yes")]
    [InlineData("""{"any": [{"all": [R, {"any": [C, V]}]}, P]}""", "либо оба условия: оценка не меньше 4; хотя бы одно из 2 условий: канал — чат; канал — отзыв, либо повтор — да", "either both conditions: the rating is at least 4; at least one of 2 conditions: the channel is chat; the channel is review, or the repetition is yes")]
    [InlineData("""{"not": {"any": [R, C]}}""", "оценка меньше 4 и канал — не чат", "the rating is less than 4 and the channel is not chat")]
    [InlineData("""{"not": {"all": [R, C]}}""", "либо оценка меньше 4, либо канал — не чат", "either the rating is less than 4, or the channel is not chat")]
    [InlineData("""{"not": {"not": R}}""", "оценка не меньше 4", "the rating is at least 4")]
    [InlineData("""{"all": [{"all": [R, {"all": [C]}]}, P]}""", "оценка не меньше 4, канал — чат и повтор — да", "the rating is at least 4, the channel is chat and the repetition is yes")]
    [InlineData("""{"any": [R, R, R, R, R, R, R]}""", "либо оценка не меньше 4, либо оценка не меньше 4, либо оценка не меньше 4, либо оценка не меньше 4, либо любое из ещё 3 условий", "either the rating is at least 4, or the rating is at least 4, or the rating is at least 4, or the rating is at least 4, or any of 3 more conditions")]
    public void Groups_read_in_one_way(string condition, string ru, string en)
    {
        var json = Regex.Replace(condition, "(?<![\"\\w])[RCVPI](?![\"\\w])", match => Short[match.Value], RegexOptions.None, TimeSpan.FromSeconds(1));
        var said = TitledSets.Clause(json);
        said.Ru.ShouldBe(ru);
        said.En.ShouldBe(en);
    }
}
