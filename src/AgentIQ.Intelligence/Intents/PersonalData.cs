using System.Text.RegularExpressions;

namespace AgentIQ.Intelligence.Intents;

/// <summary>Recognises phone numbers, e-mail addresses and card numbers by their shape.</summary>
public static class PersonalData
{
    private const RegexOptions Safe = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex[] Shapes =
    [
        new(@"(?:^|[^\d])(?<data>(?:\+7|8|7)[\s\-–.]?\(?\d{3}\)?[\s\-–.]?\d{3}[\s\-–.]?\d{2}[\s\-–.]?\d{2})(?:$|[^\d])", Safe),
        new(@"(?<data>[\w.+-]+@[\w-]+\.[\w.-]+)", Safe),
        new(@"(?:^|[^\d])(?<data>\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4})(?:$|[^\d])", Safe),
    ];

    private const string Hidden = "…";

    // What has no width hides a number from a program and not from a reader.
    private static readonly Regex Invisible = new(@"[\p{Cf}\p{Mn}]+", Safe);

    /// <summary>The text without its numbers and addresses, and without the words of the name that its author shows.</summary>
    /// <param name="text">What a customer wrote.</param>
    /// <param name="name">The customer's name; null: none is known.</param>
    public static string Hide(string text, string? name)
    {
        var hidden = Invisible.Replace(text, "");
        foreach (var shape in Shapes)
        {
            hidden = shape.Replace(hidden, match => match.Value.Replace(match.Groups["data"].Value, Hidden, StringComparison.Ordinal));
        }

        foreach (var word in (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2))
        {
            hidden = Regex.Replace(hidden, $@"\b{Regex.Escape(word)}\b", Hidden, Safe | RegexOptions.IgnoreCase);
        }

        return hidden;
    }

    /// <summary>The first number or address, without invisible characters, or null.</summary>
    public static string? Find(string text)
    {
        var visible = Invisible.Replace(text, "");
        return Shapes.Select(shape => shape.Match(visible)).FirstOrDefault(match => match.Success)?.Groups["data"].Value;
    }
}
