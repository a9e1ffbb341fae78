using System.Text.RegularExpressions;

namespace AgentIQ.Simulator.Wildberries.Moderation;

/// <summary>What moderation refuses. The vendor publishes no list: these are the refusals that every marketplace is known for.</summary>
/// <param name="Rules">The rules; the first that finds something gives the reason.</param>
public sealed partial record ModerationRules(IReadOnlyList<ModerationRule> Rules)
{
    /// <summary>Links, e-mail addresses, phone numbers, messengers and swearing.</summary>
    public static ModerationRules Default { get; } = new([
        new ModerationRule("ссылка", Link()),
        new ModerationRule("адрес электронной почты", Mail()),
        new ModerationRule("номер телефона", Phone()),
        new ModerationRule("контакты в мессенджере", Messenger()),
        new ModerationRule("грубые слова", Swearing()),
    ]);

    /// <summary>Publishes everything.</summary>
    public static ModerationRules None { get; } = new([]);

    /// <summary>The reason to refuse a text, or <see langword="null"/>.</summary>
    public string? Refusal(string text) => Rules.FirstOrDefault(rule => rule.Pattern.IsMatch(text))?.Reason;

    private const RegexOptions Russian = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"https?://|\bwww\.|\b[a-zа-яё0-9-]+\.(?:ru|com|net|org|рф|su|io)\b", Russian, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.\w+", Russian, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:\+7|\b8|\b7)[\s(-]*\d{3}[\s)-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}\b", Russian, 1000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\b(?:telegram|whats\s?app|viber|телеграмм?\w{0,2}|в[оа]тс[аa]п\w{0,2}|вайбер\w{0,2})\b|(?<!\S)@\w{4,}", Russian, 1000)]
    private static partial Regex Messenger();

    [GeneratedRegex(@"\b(?:идиот|дурак|дур[аы]|тупиц|придур|сволоч|мраз)\w*", Russian, 1000)]
    private static partial Regex Swearing();
}

/// <summary>One reason to refuse an answer.</summary>
/// <param name="Reason">The reason in Russian, for the log and for tests.</param>
/// <param name="Pattern">What it looks for.</param>
public sealed record ModerationRule(string Reason, Regex Pattern);
