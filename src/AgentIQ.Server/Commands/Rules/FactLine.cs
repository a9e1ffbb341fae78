using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>Reads the facts of one line.</summary>
internal static class FactLine
{
    /// <summary>The member that is no fact but the moment of the evaluation.</summary>
    private const string Now = "$now";

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">The line is no JSON.</exception>
    /// <exception cref="FormatException">It is no object, or a fact is not of the catalogue or not of its type.</exception>
    public static FactValues Read(string line, FactCatalogue catalogue)
    {
        if (JsonNode.Parse(line, documentOptions: Options) is not JsonObject facts)
        {
            throw new FormatException($"expected a JSON object of facts, came {line}");
        }

        var now = Moment(facts);
        facts.Remove(Now);
        try
        {
            return FactsReader.Read(facts.ToJsonString(), catalogue, now);
        }
        catch (RuleSetException unreadable)
        {
            throw new FormatException(string.Join("; ", unreadable.Faults.Select(fault => $"{fault.Path}: {fault.Message}")), unreadable);
        }
    }

    private static DateTimeOffset? Moment(JsonObject facts)
    {
        if (!facts.TryGetPropertyValue(Now, out var now) || now is null)
        {
            return null;
        }

        return now.GetValueKind() == JsonValueKind.String && DateTimeOffset.TryParse(now.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new FormatException($"{Now}: expected a moment, came {now.ToJsonString()}; write it like \"2030-01-31T09:00:00+03:00\"");
    }
}
