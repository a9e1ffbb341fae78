using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Variables, their scopes and how long they live (5.5).</summary>
public sealed class Scopes
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("a variable without a default is null", Define.Flow([Say("x", "variables.n === null ? 'null' : typeof variables.n")], "", variables: [Variable("n", "Int32")])) { Lines = "null" },
        new("a default that does not fit is null", Define.Flow([Say("x", "'' + variables.n")], "", variables: [Variable("n", "Int32", "many")])) { Lines = "null" },
        new("a default of type Object stays text", Define.Flow([Say("x", "typeof variables.o")], "", variables: [Variable("o", "Object", "{\"a\":1}")])) { Lines = "string" },
        new("SetVariable converts to the variable's type", Define.Flow([Set("s", "n", "'7'"), Say("x", "typeof variables.n + variables.n")], "s>x", variables: [Variable("n", "Int32")])) { Lines = "number7" },
        new("SetVariable with a value that does not fit is an incident", Define.Flow([Set("s", "n", "'seven'"), "z"], "s>z", variables: [Variable("n", "Int32")])) { Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "s" },
        new("SetVariable with an unknown id is an incident", Define.Flow([Set("s", "gone", "1")], "")) { Ends = WorkflowSubStatus.Faulted, Incidents = "s" },
        new("SetVariable finds its variable by id, not by name", Define.Flow([Of("s", "Elsa.SetVariable", ("variable", new { id = "n", name = "other" }), ("value", Literal("5")))], "", variables: [Variable("n", "Int32")])) { Variables = new { n = 5 } },
        new("SetVariable without a value sets null", Define.Flow([Of("s", "Elsa.SetVariable", ("variable", new { id = "n", name = "n" }))], "", variables: [Variable("n", "Int32", "3")])) { Variables = new { n = (int?)null } },
        new("a Variable expression reads by id", Define.Flow([Of("x", "Elsa.WriteLine", ("text", Expression("Variable", """{"id":"n","name":"n"}""")))], "", variables: [Variable("n", "Int32", "3")])) { Lines = "3" },
        new("a Variable expression with an unknown id is an incident", Define.Flow([Of("x", "Elsa.WriteLine", ("text", Expression("Variable", """{"id":"gone","name":"n"}""")))], "", variables: [Variable("n", "Int32", "3")])) { Ends = WorkflowSubStatus.Faulted, Incidents = "x" },
        new("an expression of an unknown type is null", Define.Flow([Of("x", "Elsa.WriteLine", ("text", Expression("Cobol", "MOVE A TO B"))), "z"], "x>z")) { Lines = " z" },
        new("a container's variable hides the workflow's", Root(Sequence("o", WithVariables(Sequence("i", Set("s", "n2", "5"), Say("x", "variables.n")), Variable("n", "Int32", "1", id: "n2")), Say("y", "variables.n")), variables: [Variable("n", "Int32", "9")])) { Lines = "5 9" },
        new("setVariable writes to the nearest scope that has the name", Root(Sequence("o", WithVariables(Sequence("i", Say("x", "(setVariable('n', 5), variables.n)")), Variable("n", "Int32", "1", id: "n2")), Say("y", "variables.n")), variables: [Variable("n", "Int32", "9")])) { Lines = "5 9" },
        new("setVariable reaches the workflow's variable from inside", Root(Sequence("o", Sequence("i", Say("x", "(setVariable('n', 5), 'x')")), Say("y", "variables.n")), variables: [Variable("n", "Int32", "9")])) { Lines = "x 5" },
        new("setVariable with a value that does not fit is an incident", Define.Flow([Say("x", "(setVariable('n', 'seven'), 'x')")], "", variables: [Variable("n", "Int32")])) { Ends = WorkflowSubStatus.Faulted, Incidents = "x" },
        new("a container's variable starts anew with each run of the container", Root(For("f", 1, 2, WithVariables(Sequence("i", Set("s", "v", "variables.v + 1"), Say("x", "variables.v")), Variable("v", "Int32", "0"))))) { Lines = "1 1" },
        new("a stored variable survives a wait", Define.Flow([Set("s", "n", "5"), Event("e", "Go"), Say("x", "variables.n")], "s>e e>x", variables: [Variable("n", "Int32", "1")])) { Events = ["Go"], Lines = "5" },
        new("a variable without a storage driver reads as its default after a wait", Define.Flow([Set("s", "n", "5"), Say("y", "variables.n"), Event("e", "Go"), Say("x", "variables.n")], "s>y y>e e>x", variables: [Variable("n", "Int32", "1", stored: false)])) { Events = ["Go"], Lines = "5 1" },
        new("a container's variable survives a wait inside it", Root(WithVariables(Sequence("i", Set("s", "v", "7"), Event("e", "Go"), Say("x", "variables.v")), Variable("v", "Int32", "0")))) { Events = ["Go"], Lines = "7" },
        new("a variable that a script made survives a wait", Define.Flow([Say("s", "(setVariable('made', 5), 's')"), Event("e", "Go"), Say("x", "variables.made")], "s>e e>x")) { Events = ["Go"], Lines = "s 5" },
        new("inputs stay after a wait, where Elsa loses them", Define.Flow([Event("e", "Go"), Say("x", "getInput('Who')")], "e>x")) { Input = new { Who = "Vera" }, Events = ["Go"], Lines = "Vera" },
        new("an input that was not given is null", Define.Flow([Say("x", "getInput('Who') == null ? 'none' : 'some'")], "")) { Lines = "none" },
        new("an Input expression", Define.Flow([Of("x", "Elsa.WriteLine", ("text", Expression("Input", """{"name":"Who"}""")))], "")) { Input = new { Who = "Vera" }, Lines = "Vera" },
        new("a sibling that runs on after an End still sees the ended container's variables", Root(Sequence("o", WithVariables(Flowchart("i", ["s", Of("e", "Elsa.End"), Event("w", "Go"), Say("x", "variables.v")], "s>e s>x s>w"), Variable("v", "Int32", "7")))))
            { Events = ["Go"], Lines = "s 7" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
