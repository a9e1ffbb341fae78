using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Sets;

/// <summary>Reads and type-checks a whole set. Every fault is reported with its JSON path.</summary>
internal static class RuleSetReader
{
    public static RuleSet Read(RuleSetDocument document, FactCatalogue facts)
    {
        using var reader = new JsonDocumentReader(document.FileName);
        var root = reader.Open(document.Json);
        root.IsObject("$schema", "name", "title", "description", "hitPolicy", "outputs", "defaults", "onFault", "tables", "examples");
        var title = LocalizedTextReader.Read(root, "title");
        var description = LocalizedTextReader.Read(root, "description");
        var policy = EnumReader.Read(root, "hitPolicy", HitPolicies.Words, required: true) ?? HitPolicy.First;
        var outputs = OutputReader.ReadDeclarations(root);
        if (outputs.Select(output => output.Field.Name).Distinct(StringComparer.Ordinal).Count() != outputs.Count)
        {
            reader.Report("$.outputs", "expected every output once, came one of them twice; rename it");
        }

        if (outputs.Count == 0)
        {
            reader.Report("$.outputs", "expected at least one output, came none; declare what the set decides");
        }

        // Without sound outputs every row would be reported too.
        reader.ThrowIfFaulty();

        var catalogue = new FactCatalogue(outputs.Select(output => output.Field));
        var defaults = root.TryGet("defaults", out var ordinary) ? OutputReader.ReadValues(ordinary, catalogue) : [];
        var onFault = root.TryGet("onFault", out var broken) ? OutputReader.ReadValues(broken, catalogue) : [];
        var tables = Tables(root, facts, catalogue, policy);
        ReportTwice(reader, tables);
        var examples = ExampleReader.Read(root, facts, catalogue);
        reader.ThrowIfFaulty();
        return new RuleSet(document, facts, title, description, outputs, defaults, onFault, tables, examples);
    }

    private static List<DecisionTable> Tables(JsonPlace root, FactCatalogue facts, FactCatalogue outputs, HitPolicy policy)
    {
        List<DecisionTable> tables = [];
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (var place in root.List("tables", required: true, "list the tables"))
        {
            if (new TableReader(new ConditionReader(facts, outputs, written), outputs, policy).Read(place) is not { } table)
            {
                continue;
            }

            tables.Add(table);
            written.UnionWith(table.Rows.SelectMany(row => row.Then).Select(value => outputs.Fields[value.Slot].Name));
        }

        return tables;
    }

    private static void ReportTwice(JsonDocumentReader reader, List<DecisionTable> tables)
    {
        foreach (var (id, times) in tables.SelectMany(table => table.Rows).CountBy(row => row.Id, StringComparer.Ordinal).Where(count => count.Value > 1))
        {
            reader.Report("$.tables", $"expected every row id once in a set, came {id} {times} times; rename one of them");
        }

        foreach (var twice in tables.GroupBy(table => table.Name, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            reader.Report("$.tables", $"expected every table name once in a set, came {twice.Key} {twice.Count()} times; rename one of them");
        }
    }
}
