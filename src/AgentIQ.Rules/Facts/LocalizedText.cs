namespace AgentIQ.Rules.Facts;

/// <summary>A sentence for people in both languages of the product.</summary>
/// <param name="Ru">The Russian text.</param>
/// <param name="En">The English text.</param>
public sealed record LocalizedText(string Ru, string En)
{
    /// <summary>A text that says nothing in either language.</summary>
    public static LocalizedText Empty { get; } = new("", "");

    /// <summary>The text in a language: English for <c>en</c>, Russian for everything else.</summary>
    public string In(string language) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Ru;
}
