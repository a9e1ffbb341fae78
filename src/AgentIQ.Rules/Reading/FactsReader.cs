using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Reading;

/// <summary>Reads facts that somebody typed or a script made: one JSON object, as in an example of a set.</summary>
public static class FactsReader
{
    /// <summary>Reads <c>{ "fact": value }</c>. Null and a missing name both mean unknown.</summary>
    /// <param name="json">The object.</param>
    /// <param name="catalogue">The facts that it may name.</param>
    /// <param name="now">The moment that <c>within</c> measures from; without it <c>within</c> is unknown.</param>
    /// <exception cref="RuleSetException">It is no object, or a fact is not of the catalogue or not of its type; every fault with its JSON path.</exception>
    public static FactValues Read(string json, FactCatalogue catalogue, DateTimeOffset? now = null)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        using var reader = new JsonDocumentReader("facts");
        var facts = new FactValues(catalogue, now);
        FactValuesReader.Read(reader.Open(json), facts);
        reader.ThrowIfFaulty();
        return facts;
    }
}
