using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Tests.Checking;

/// <summary>Small documents for the checker: rows of cells over the catalogue of <see cref="TestSets"/>.</summary>
internal static class CheckedDocuments
{
    public const string Level = """{"name": "level", "type": "enum", "values": ["low", "middle", "high"]}""";

    public static RuleSet Read(string json, FactCatalogue? facts = null) =>
        RuleSetCompiler.CompileWithoutExamples(RuleSetDocument.Parse(json, "test.json"), facts ?? TestSets.Catalogue).Source;

    public static IReadOnlyList<PolicyFinding> Check(string json, FactCatalogue? facts = null) => RuleSetChecker.Check(Read(json, facts));

    /// <summary>A set of one table whose rows are free conditions; row i is r{i} and says level "low" unless it says otherwise.</summary>
    public static IReadOnlyList<PolicyFinding> CheckRows(string hitPolicy, params string[] conditions) =>
        Check(Of(hitPolicy, [.. conditions.Select((condition, index) => Row($"r{index}", condition))]));

    public static string Of(string hitPolicy, IEnumerable<string> rows, string outputs = Level, string more = """ "defaults": {"level": "low"}, "onFault": {"level": "middle"}, """) =>
        TestSets.Document(hitPolicy, string.Join(',', rows), outputs, more);

    public static string Row(string id, string condition, string level = "high", int priority = 0) =>
        TestSets.Row(id, condition, $$"""{"level": "{{level}}"}""", priority);

    public static string Ask(string field, string op, string value) => $$"""{"field": "{{field}}", "op": "{{op}}", "value": {{value}}}""";

    public static string All(params string[] parts) => $$"""{"all": [{{string.Join(',', parts)}}]}""";

    public static string Any(params string[] parts) => $$"""{"any": [{{string.Join(',', parts)}}]}""";

    public static string Not(string part) => $$"""{"not": {{part}}}""";

    /// <summary>The facts of an example, read as the engine reads them.</summary>
    public static FactValues FactsOf(PolicyFinding finding, FactCatalogue? facts = null)
    {
        var reader = new JsonDocumentReader("example");
        var values = new FactValues(facts ?? TestSets.Catalogue, finding.ExampleNow);
        FactValuesReader.Read(reader.Open(finding.Example.ShouldNotBeNull()), values);
        reader.ThrowIfFaulty();
        return values;
    }

    public static IEnumerable<PolicyFinding> Of(this IReadOnlyList<PolicyFinding> findings, FindingKind kind) => findings.Where(finding => finding.Kind == kind);
}
