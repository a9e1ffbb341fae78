using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Loops and what Break does (5.2).</summary>
public sealed class Loops
{
    private static readonly object[] N = [Variable("n", "Int32", "0")];

    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("While evaluates its condition before each pass", Root(Sequence("s", While("w", "variables.n < 2", Sequence("b", Set("i", "n", "variables.n + 1"), Say("x", "'n' + variables.n"))), "z"), variables: N)) { Lines = "n1 n2 z" },
        new("While that never holds goes on", Root(Sequence("s", While("w", "false", "b"), "z"))) { Lines = "z", Journal = "s:Started w:Started w:Completed z:Started z:Completed s:Completed" },
        new("While without a body goes on", Root(Sequence("s", While("w", "true", null), "z"))) { Lines = "z" },
        new("While whose condition fails is an incident of the While", Root(While("w", "nothing.here", "b"))) { Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "w", Journal = "w:Started w:Faulted" },
        new("While whose condition fails later is an incident of the While, not of what ran before it", Root(While("w", "variables.n === 0 ? true : nothing.here", Set("i", "n", "1")), variables: N))
            { Ends = WorkflowSubStatus.Faulted, Incidents = "w", Journal = "w:Started i:Started i:Completed w:Faulted" },
        new("For counts with both ends", Root(Sequence("s", For("f", 1, 3, Say("x", "'v' + variables.CurrentValue")), "z"))) { Lines = "v1 v2 v3 z", Journal = "s:Started f:Started x:Started x:Completed x:Started x:Completed x:Started x:Completed f:Completed z:Started z:Completed s:Completed" },
        new("For counts down", Root(For("f", 3, 1, Say("x", "'v' + getVariable('CurrentValue')"), step: -1))) { Lines = "v3 v2 v1" },
        new("For in steps", Root(For("f", 0, 5, Say("x", "'v' + getVariable('CurrentValue')"), step: 2))) { Lines = "v0 v2 v4" },
        new("For without its outer bound", Root(For("f", 1, 3, Say("x", "'v' + getVariable('CurrentValue')"), inclusive: false))) { Lines = "v1 v2" },
        new("For down without its outer bound", Root(For("f", 3, 1, Say("x", "'v' + getVariable('CurrentValue')"), step: -1, inclusive: false))) { Lines = "v3 v2" },
        new("For whose end lies before its start goes on", Root(Sequence("s", For("f", 3, 1, "x"), "z"))) { Lines = "z" },
        new("For of one number", Root(For("f", 2, 2, "x"))) { Lines = "x" },
        new("For without a body goes on, where Elsa stands still", Root(Sequence("s", For("f", 1, 3, null), "z"))) { Lines = "z" },
        new("For with the step 0 is an incident, where Elsa never ends", Root(For("f", 1, 3, "x", step: 0))) { Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "f" },
        new("For puts its number out", Root(Bound(For("f", 1, 3, "x"), "currentValue", "n"), variables: N)) { Lines = "x x x", Variables = new { n = 3 } },
        new("ForEach gives value and index", Root(ForEach("f", "['a','b']", Say("x", "variables.CurrentIndex + variables.CurrentValue")))) { Lines = "0a 1b" },
        new("ForEach over nothing goes on", Root(Sequence("s", ForEach("f", "[]", "x"), "z"))) { Lines = "z" },
        new("ForEach without items goes on", Root(Sequence("s", Of("f", "Elsa.ForEach", ("body", Line("x"))), "z"))) { Lines = "z" },
        new("ForEach without a body goes on", Root(Sequence("s", ForEach("f", "[1,2]", null), "z"))) { Lines = "z" },
        new("ForEach over an Object expression", Root(Of("f", "Elsa.ForEach", ("items", Expression("Object", """[{"n":"a"},{"n":"b"}]""")), ("body", Say("x", "variables.CurrentValue.n"))))) { Lines = "a b" },
        new("ForEach puts its value out", Root(Bound(ForEach("f", "[5,6]", "x"), "currentValue", "n"), variables: N)) { Variables = new { n = 6 } },
        new("ForEach reads its items once: a body that changes the list does not extend it", Root(
            Sequence("s", Set("l", "l", "[1,2]"), ForEach("f", "variables.l", Sequence("b", Say("x", "variables.CurrentValue"), Set("g", "l", "variables.l.concat([9])"))), Say("z", "variables.l.length")),
            variables: [Variable("l")])) { Lines = "1 2 4" },
        new("after an inner loop the outer value is the outer one's again", Root(
            ForEach("o", "['A','B']", Sequence("b", ForEach("i", "[1,2]", Say("x", "variables.CurrentValue")), Say("y", "variables.CurrentIndex + variables.CurrentValue"))))) { Lines = "1 2 0A 1 2 1B" },
        new("a loop keeps its place over waits", Root(Sequence("s", ForEach("f", "['a','b','c']", Sequence("b", Event("e", "Go"), Say("x", "variables.CurrentIndex + variables.CurrentValue"))), "z"))) { Events = ["Go"], Lines = "0a 1b 2c z" },
        new("For keeps its place over waits", Root(For("f", 1, 2, Sequence("b", Event("e", "Go"), Say("x", "'v' + variables.CurrentValue"))))) { Events = ["Go"], Lines = "v1 v2" },
        new("Break leaves a While", Root(Sequence("s", While("w", "true", Sequence("b", "x", Of("br", "Elsa.Break"), "y")), "z")))
            { Lines = "x z", Journal = "s:Started w:Started b:Started x:Started x:Completed br:Started br:Completed b:Completed w:Completed z:Started z:Completed s:Completed" },
        new("Break leaves a For", Root(Sequence("s", For("f", 1, 9, Sequence("b", Say("x", "'v' + variables.CurrentValue"), If("i", "variables.CurrentValue === 2", Of("br", "Elsa.Break")), "y")), "z"))) { Lines = "v1 y v2 z" },
        new("Break leaves a ForEach", Root(Sequence("s", ForEach("f", "['a','b']", Sequence("b", Say("x", "variables.CurrentValue"), Of("br", "Elsa.Break"))), "z"))) { Lines = "a z" },
        new("Break as the body itself", Root(Sequence("s", While("w", "true", Of("br", "Elsa.Break")), "z"))) { Lines = "z" },
        new("Break leaves the inner loop only", Root(For("o", 1, 2, Sequence("ob", While("w", "true", Sequence("ib", "x", Of("br", "Elsa.Break"))), "y")))) { Lines = "x y x y" },
        new("Break ends a flowchart that it stands in, and the loop around it", Root(While("w", "true", Flowchart("b", ["x", Of("br", "Elsa.Break"), "y"], "x>br br>y")))) { Lines = "x" },
        new("Break in an If of a flowchart: the flowchart runs to its end, then the loop ends", Root(While("w", "true", Flowchart("b", [If("i", "true", Of("br", "Elsa.Break")), "y"], "i>y")))) { Lines = "y" },
        new("Break ends the sequences up to the loop", Root(While("w", "true", Sequence("a", Sequence("b", Of("br", "Elsa.Break"), "x"), "y")))) { Lines = "" },
        new("Break in a branch of a fork ends the fork and the loop", Root(While("w", "true", Of("f", "Elsa.Fork", ("branches", new[] { Event("e", "Never"), Of("br", "Elsa.Break") })))))
            { Lines = "", Journal = "w:Started f:Started e:Started e:Suspended br:Started br:Completed e:Canceled f:Completed w:Completed" },
        new("Break in a Parallel lets the other branches end", Root(While("w", "true", Parallel("p", Of("br", "Elsa.Break"), "x")))) { Lines = "x" },
        new("Break in a ParallelForEach ends its branch; the loop around it ends afterwards", Root(While("w", "true", ParallelForEach("p", "[1,2]", Sequence("b", Of("br", "Elsa.Break"), "x"))))) { Lines = "" },
        new("Break outside a loop ends its container", Root(Sequence("o", Sequence("i", "a", Of("br", "Elsa.Break"), "b"), "c"))) { Lines = "a" },
        new("a loop in a flowchart is an activity like any other", Define.Flow([For("f", 1, 2, "x"), "z"], "f>z")) { Mode = FlowchartMode.Token, Lines = "x x z" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
