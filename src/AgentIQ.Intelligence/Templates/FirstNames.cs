using AgentIQ.Rules.Text;

namespace AgentIQ.Intelligence.Templates;

/// <summary>
/// Finds the first name in what a marketplace shows as the customer's name. A dictionary of names decides, not endings:
/// Ирина and Константин end like surnames and are none. A name that is not known is not used at all.
/// </summary>
public static class FirstNames
{
    private static readonly Lazy<Dictionary<string, string>> Known = new(Load);

    /// <summary>The first name as it is written in a greeting, or null when there is none that is known.</summary>
    /// <param name="customerName">«Марина К.», «Иванова Ирина», «ПЁТР», «Покупатель 7», null ...</param>
    public static string? Find(string? customerName)
    {
        if (string.IsNullOrWhiteSpace(customerName))
        {
            return null;
        }

        var text = RussianText.Prepare(customerName);
        var found = Enumerable.Range(0, text.Tokens.Length)
            .Select(token => Known.Value.GetValueOrDefault(text.Form(token).ToString()))
            .OfType<string>().ToList();

        // Marketplaces write the surname first: «Роман Светлана» is Светлана, and «Роман Иванович» has one name anyway.
        return found.Count == 0 ? null : text.Tokens.Length > 1 && found.Count > 1 ? found[1] : found[0];
    }

    private static Dictionary<string, string> Load()
    {
        using var stream = typeof(FirstNames).Assembly.GetManifestResourceStream("AgentIQ.Intelligence.Templates.first-names.ru.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(Normal, StringComparer.Ordinal).ToDictionary(Normal, name => name, StringComparer.Ordinal);
    }

    private static string Normal(string name) => RussianText.Prepare(name).ToNormalForm();
}
