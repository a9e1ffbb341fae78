using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Conversions into inputs and variables, for every type alias (5.5).</summary>
public sealed class Conversions
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        .. Fits("Int32", ("'7'", 7), ("' 7 '", 7), ("2.5", 2), ("3.5", 4), ("true", 1), ("''", null), ("null", null), ("'0x10'", 16)),
        .. Refuses("Int32", "'2.0'", "'x'", "3e9", "({})", "[1]", "NaN"),
        .. Fits("Int16", ("'7'", 7)), .. Refuses("Int16", "40000"),
        .. Fits("Int64", ("3e9", 3000000000L)),
        .. Fits("Double", ("'2.5'", 2.5), ("'2,75'", 275.0), ("'1e3'", 1000.0), ("2.5", 2.5)), .. Refuses("Double", "'x'"),
        .. Fits("Single", ("'2.5'", 2.5)),
        .. Fits("Decimal", ("'2.5'", 2.5), ("'1,000'", 1000), ("'1e3'", 1000)), .. Refuses("Decimal", "'x'"),
        .. Fits("Boolean", ("'TRUE'", true), ("' false '", false), ("0", false), ("2", true), ("''", null), ("null", null)), .. Refuses("Boolean", "'1'", "'yes'", "({})"),
        .. Fits("String", ("12.50", "12.5"), ("true", "True"), ("({a:1})", "{\"a\":1}"), ("[1,'x']", "[1,\"x\"]"), ("''", ""), ("null", null)),
        .. Fits("TimeSpan", ("'00:05:00'", "00:05:00"), ("'90'", "90.00:00:00"), ("'1.02:03:04'", "1.02:03:04")), .. Refuses("TimeSpan", "5", "'soon'"),
        .. Fits("Guid", ("'3F2504E0-4F89-11D3-9A0C-0305E82C3301'", "3f2504e0-4f89-11d3-9a0c-0305e82c3301")), .. Refuses("Guid", "'x'", "5"),
        .. Fits("DateTimeOffset", ("'2026-01-05T08:00:00Z'", "2026-01-05T08:00:00+00:00")), .. Refuses("DateTimeOffset", "'soon'", "5"),
        .. Fits("Object", ("5", 5), ("'[1]'", "[1]"), ("({a:1})", new { a = 1 }), ("[1]", new[] { 1 })),
        .. Fits("JsonObject", ("({a:1})", new { a = 1 }), ("'{\"a\":1}'", new { a = 1 })), .. Refuses("JsonObject", "'x'", "5", "'[1]'"),
        .. Fits("JsonArray", ("[1]", new[] { 1 }), ("'[1]'", new[] { 1 })), .. Refuses("JsonArray", "'x'", "({})"),
        .. Fits("ObjectDictionary", ("({a:1})", new { a = 1 })), .. Refuses("ObjectDictionary", "'x'"),
        .. Fits("NoSuchType", ("5", 5)),
        new("a list takes a list, item by item", Define.Flow([Set("s", "v", "['1', 2.5]")], "", variables: [Variable("v", "Int32", isArray: true)])) { Variables = new { v = new[] { 1, 2 } } },
        new("a list takes JSON text", Define.Flow([Set("s", "v", "'[1,2]'")], "", variables: [Variable("v", "Int32", isArray: true)])) { Variables = new { v = new[] { 1, 2 } } },
        new("a list of texts takes one text", Define.Flow([Set("s", "v", "'a'")], "", variables: [Variable("v", "String", isArray: true)])) { Variables = new { v = new[] { "a" } } },
        new("a list refuses what does not fit in it", Define.Flow([Set("s", "v", "['x']")], "", variables: [Variable("v", "Int32", isArray: true)])) { Ends = WorkflowSubStatus.Faulted, Incidents = "s" },
        new("a script's object is no condition", Define.Flow([Decision("d", "({})")], "")) { Ends = WorkflowSubStatus.Faulted, Incidents = "d" },
        new("a script's nothing is a condition that does not hold", Define.Flow([Decision("d", "undefined"), "f"], "d.False>f")) { Lines = "f" },
        new("a literal condition may be a JSON boolean", Define.Flow([Of("d", "Elsa.FlowDecision", ("condition", Literal(true))), "t"], "d.True>t")) { Lines = "t" },
        new("an empty text is the default of a number", Root(Of("f", "Elsa.For", ("start", Literal("")), ("end", Literal("1")), ("body", Say("x", "'v' + variables.CurrentValue"))))) { Lines = "v0 v1" },
        new("null as text is an empty line", Define.Flow([Say("x", "null"), Say("y", "undefined"), "z"], "x>y y>z")) { Lines = "  z" },
        new("an object as text is compact JSON", Define.Flow([Say("x", "({a:[1,true,null]})")], "")) { Lines = "{\"a\":[1,true,null]}" },
        new("For each over a text takes its characters", Root(Of("f", "Elsa.ForEach", ("items", Literal("ab")), ("body", Say("x", "variables.CurrentValue"))))) { Lines = "a b" },
        new("For each over JSON text takes its items", Root(Of("f", "Elsa.ForEach", ("items", Literal("[1,2]")), ("body", Say("x", "variables.CurrentValue"))))) { Lines = "1 2" },
        new("For each over an object is an incident", Root(ForEach("f", "({a:1})", "x"))) { Ends = WorkflowSubStatus.Faulted, Incidents = "f" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);

    private static IEnumerable<SemanticCase> Fits(string type, params (string Script, object? Value)[] values) => values.Select(v =>
        new SemanticCase($"{v.Script} fits {type}", Define.Flow([Set("s", "v", v.Script)], "", variables: [Variable("v", type)])) { Variables = new Dictionary<string, object?> { ["v"] = v.Value } });

    private static IEnumerable<SemanticCase> Refuses(string type, params string[] scripts) => scripts.Select(script =>
        new SemanticCase($"{script} does not fit {type}", Define.Flow([Set("s", "v", script)], "", variables: [Variable("v", type)])) { Ends = WorkflowSubStatus.Faulted, Incidents = "s", Variables = new Dictionary<string, object?> { ["v"] = null } });
}
