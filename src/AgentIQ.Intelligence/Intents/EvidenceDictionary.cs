using System.Text.Json;
using AgentIQ.Rules.Text;

namespace AgentIQ.Intelligence.Intents;

/// <summary>The compiled dictionary: every pattern of every group, found in one pass.</summary>
internal sealed class EvidenceDictionary
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);
    private readonly List<EvidenceGroup> _groupOfPattern = [];
    private readonly PhraseSet _phrases;

    private EvidenceDictionary(IReadOnlyList<EvidenceGroup> groups)
    {
        var patterns = new List<TextPattern>();
        foreach (var group in groups)
        {
            foreach (var pattern in group.Patterns)
            {
                patterns.Add(Parse(group, pattern));
                _groupOfPattern.Add(group);
            }
        }

        _phrases = PhraseSet.Of(patterns);
    }

    public static EvidenceDictionary Shipped()
    {
        using var stream = typeof(EvidenceDictionary).Assembly.GetManifestResourceStream("AgentIQ.Intelligence.Intents.intents.ru.json")!;
        return new EvidenceDictionary(JsonSerializer.Deserialize<Document>(stream, Format)!.Evidence);
    }

    /// <summary>
    /// Each group that is found in the text, with its first phrase. What stands in a sentence that gives a machine orders is
    /// part of the order and no evidence of what the customer wants.
    /// </summary>
    public Dictionary<EvidenceGroup, string> Find(RussianText text)
    {
        var matches = _phrases.Scan(text);
        var orders = matches.Where(match => GivesOrders(match)).Select(match => text.Tokens[match.FirstToken].Sentence).ToHashSet();
        var found = new Dictionary<EvidenceGroup, string>();
        foreach (var match in matches.Where(match => GivesOrders(match) || !orders.Contains(text.Tokens[match.FirstToken].Sentence)))
        {
            var range = text.RangeOf(match.FirstToken, match.LastToken);
            found.TryAdd(_groupOfPattern[match.Pattern], text.Raw.Substring(range.Start, range.Length));
        }

        return found;
    }

    private bool GivesOrders(PhraseMatch match) => _groupOfPattern[match.Pattern].Flag == FlagNames.MachineInstructions;

    private static TextPattern Parse(EvidenceGroup group, string pattern)
    {
        try
        {
            return TextPattern.Parse(group.Unless is null ? pattern : $"{pattern} {group.Unless}");
        }
        catch (FormatException exception)
        {
            throw new FormatException($"Intent dictionary, group '{group.Id}': {exception.Message}", exception);
        }
    }

    private sealed record Document(string Description, IReadOnlyList<EvidenceGroup> Evidence);
}
