using AgentIQ.Rules.Reading;

namespace AgentIQ.Rules.Facts;

/// <summary>Reads a layer's <c>facts.json</c>.</summary>
internal static class FactCatalogueReader
{
    public static FactCatalogue Read(string json, string fileName)
    {
        using var reader = new JsonDocumentReader(fileName);
        var root = reader.Open(json);
        List<FactField> fields = [];
        if (root.IsObject("facts"))
        {
            foreach (var place in root.List("facts", required: true, "list the fields"))
            {
                if (place.IsObject("name", "type", "values", "min", "max", "nullable", "personalData", "description", "title", "labels", "unit", "where")
                    && FieldReader.Read(place, describe: true) is { } field)
                {
                    fields.Add(field);
                }
            }
        }

        reader.ThrowIfFaulty();
        try
        {
            return new FactCatalogue(fields);
        }
        catch (ArgumentException exception)
        {
            throw new RuleSetException([new RuleSetFault(fileName, "$.facts", exception.Message)]);
        }
    }
}
