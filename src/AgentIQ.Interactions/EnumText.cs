using System.Collections.Frozen;
using System.Text.Json;

namespace AgentIQ.Interactions;

/// <summary>
/// How an enum is spelled in the database, in events and in the API: snake_case, as <c>in_progress</c>.
/// One spelling everywhere, so that a value can be followed from a screen to a row.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
public static class EnumText<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Texts =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values =
        Texts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All spellings, in the order of the enum.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(value => Texts[value])];

    /// <summary>The spelling of <paramref name="value"/>.</summary>
    public static string Of(T value) => Texts[value];

    /// <summary>The value that <paramref name="text"/> spells.</summary>
    /// <exception cref="FormatException">The text is no value of the enum; the message lists those that are.</exception>
    public static T Parse(string text) => TryParse(text, out var value)
        ? value
        : throw new FormatException($"'{text}' is not a {typeof(T).Name}: expected one of {string.Join(", ", All)}.");

    /// <summary>Reads a spelling without throwing.</summary>
    public static bool TryParse(string? text, out T value)
    {
        value = default;
        return text is not null && Values.TryGetValue(text, out value);
    }
}
