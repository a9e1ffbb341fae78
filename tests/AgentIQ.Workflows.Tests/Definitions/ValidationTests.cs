using AgentIQ.Workflows.Definitions;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Definitions;

public sealed class ValidationTests
{
    public static TheoryData<string, string, string, DiagnosticSeverity> Findings => new()
    {
        { "{", "line 1", "not JSON", DiagnosticSeverity.Fatal },
        { "{}", "definitionId", "expected the definition's id", DiagnosticSeverity.Fatal },
        { """{"definitionId":"x"}""", "root", "expected an activity", DiagnosticSeverity.Fatal },
        { Define.Flow(["a", "a"], ""), "root.activities[1].id", "is used twice", DiagnosticSeverity.Fatal },
        { Define.Flow([Of("a", "No.Such")], ""), "root.activities[0]", "'No.Such' is unknown", DiagnosticSeverity.Error },
        { Define.Root(Of("m", "Elsa.StateMachine")), "root", "state machines do not run here", DiagnosticSeverity.Error },
        { Define.Flow(["a", "b"], "a>b a>b"), "root.connections[1]", "repeats the connection from 'a.Done' to 'b'", DiagnosticSeverity.Warning },
        { Define.Flow(["a"], "a>b"), "root.connections[0].target.activity", "there is no activity 'b'", DiagnosticSeverity.Error },
        { Define.Flow(["a", "b"], "a.Dome>b"), "root.connections[0].source.port", "has no outcome 'Dome'; it has Done", DiagnosticSeverity.Error },
        { Define.Flow([Of("f", "Elsa.FlowFork", ("branches", Expression("Object", "[\"L\"]"))), "b"], "f.R>b"), "root.connections[0].source.port", "it has L", DiagnosticSeverity.Error },
        { Define.Flow([Of("d", "Elsa.Delay", ("timeSpan", Literal("soon")))], ""), "root.activities[0].timeSpan", "Expected TimeSpan, got text 'soon'", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("1 +")))], ""), "root.activities[0].text", "JavaScript does not parse: line 1", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("const a = 1;\n a = 2")))], ""), "root.activities[0].text", "line 2, column 2: 'a' is a const and cannot be assigned to; declare it with 'let'", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("await a")))], ""), "root.activities[0].text", "line 1, column 1: 'async' and 'await' are not supported", DiagnosticSeverity.Error },
        { Define.Flow([Of("r", "Elsa.RunJavaScript", ("script", Literal("setOutcome('x'")))], ""), "root.activities[0].script", "line 1, column 15: the script ends here; expected ','", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Expression("Liquid", "x")))], ""), "root.activities[0].text", "'Liquid' is unknown", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Expression("Variable", "x")))], ""), "root.activities[0].text", "expected a variable definition as JSON", DiagnosticSeverity.Error },
        { Define.Flow(["a", "lost"], "", variables: [Variable("n", "Int32", "many")]), "variables[0].value", "starts as null", DiagnosticSeverity.Warning },
        { Define.Flow(["a", "b", "lost"], "a>b"), "root.activities[2]", "'lost' is never reached from 'a'", DiagnosticSeverity.Warning },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Says_where_and_why(string definition, string path, string message, DiagnosticSeverity severity)
    {
        var finding = InMemory.Compile(definition).Diagnostics.FirstOrDefault(d => d.Path.StartsWith(path, StringComparison.Ordinal) && d.Message.Contains(message));
        finding.ShouldNotBeNull(string.Join('\n', InMemory.Compile(definition).Diagnostics));
        finding.Severity.ShouldBe(severity);
    }

    [Fact]
    public void Unknown_properties_and_spellings_do_not_matter()
    {
        var compiled = InMemory.Compile("""{"definitionId":"x","links":null,"odd":{"a":1e3},"root":{"id":"w","type":"Elsa.WriteLine","version":1.0,"metadata":{"designer":{"size":{"width":143.94}}},"text":{"typeName":null,"memoryReference":null,"expression":{"type":"Literal","value":"t"}}}}""");
        compiled.Diagnostics.ShouldBeEmpty();
        compiled.Workflow.ShouldNotBeNull().Root.NodeId.ShouldBe("Workflow1:w");
    }
}
