using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Where outputs go (5.2, 5.5).</summary>
public sealed class Outputs
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("SetOutput: the later one wins, undeclared ones count too", Define.Flow([SetOutput("a", "Answer", "1"), SetOutput("b", "Answer", "6*7"), SetOutput("c", "Other", "'x'")], "a>b b>c")) { Output = new { Answer = 42, Other = "x" } },
        new("SetOutput without a name is an incident", Define.Flow([Of("a", "Elsa.SetOutput", ("outputValue", Literal("x")))], "")) { Ends = WorkflowSubStatus.Faulted, Incidents = "a" },
        new("an output bound to a variable's id goes there", Define.Flow([Bound(Event("e", "Go"), "result", "p")], "", variables: [Variable("p")])) { Events = ["Go"], Payload = 5, Variables = new { p = 5 }, Output = new { } },
        new("an output bound to no variable becomes a workflow output", Define.Flow([Bound(Event("e", "Go"), "result", "Answer")], "")) { Events = ["Go"], Payload = 5, Output = new { Answer = 5 } },
        new("an output is converted to its variable's type", Define.Flow([Bound(Event("e", "Go"), "result", "p")], "", variables: [Variable("p", "String")])) { Events = ["Go"], Payload = 5, Variables = new { p = "5" } },
        new("an output that does not fit its variable is an incident", Define.Flow([Bound(Event("e", "Go"), "result", "p"), "z"], "e>z", variables: [Variable("p", "Int32")])) { Events = ["Go"], Payload = "many", Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "e", Bookmarks = 1 },
        new("getOutputFrom reads by id", Define.Flow([If("i", "true", "t"), Say("x", "getOutputFrom('i', 'Result')")], "i>x")) { Lines = "t True" },
        new("getOutputFrom of what ran before a wait is null", Define.Flow([If("i", "true"), Event("e", "Go"), Say("x", "'' + getOutputFrom('i', 'Result')")], "i>e e>x")) { Events = ["Go"], Lines = "null" },
        new("Correlate and SetName are seen by scripts", Define.Flow([Of("c", "Elsa.Correlate", ("correlationId", Literal("ord-1"))), Of("n", "Elsa.SetName", ("value", Literal("Run"))), Say("x", "getCorrelationId() + getWorkflowInstanceName()")], "c>n n>x")) { Lines = "ord-1Run" },
        new("WriteLine without a text writes an empty line", Define.Flow([Of("a", "Elsa.WriteLine"), "b"], "a>b")) { Lines = " b" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);

    private static System.Text.Json.Nodes.JsonObject SetOutput(string id, string name, string script) => Of(id, "Elsa.SetOutput", ("outputName", Literal(name)), ("outputValue", Script(script)));
}
