using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Containers that run several activities at once (5.2).</summary>
public sealed class Parallels
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("Parallel interleaves its activities", Root(Parallel("p", Sequence("a", "a1", "a2"), Sequence("b", "b1", "b2"))))
            { Lines = "a1 b1 a2 b2", Journal = "p:Started a:Started b:Started a1:Started a1:Completed b1:Started b1:Completed a2:Started a2:Completed a:Completed b2:Started b2:Completed b:Completed p:Completed" },
        new("Parallel waits for all", Root(Sequence("s", Parallel("p", Event("e", "Go"), "b"), "z"))) { Events = ["Go"], Lines = "b z" },
        new("Parallel of nothing goes on", Root(Sequence("s", Parallel("p"), "z"))) { Lines = "z" },
        new("a terminal activity in a Parallel ends nothing else", Root(Sequence("s", Parallel("p", Of("e", "Elsa.End"), "b"), "z"))) { Lines = "b z" },
        new("ParallelForEach runs its body for all, each with its own value and index", Root(ParallelForEach("p", "['a','b']", Sequence("q", Say("x", "variables.CurrentIndex + variables.CurrentValue"), Say("y", "variables.CurrentValue")))))
            { Lines = "0a 1b a b" },
        new("ParallelForEach keeps each branch's value over waits", Root(Sequence("s", ParallelForEach("p", "['a','b']", Sequence("q", Event("e", "Go"), Say("x", "variables.CurrentIndex + variables.CurrentValue"))), "z"))) { Events = ["Go"], Lines = "0a 1b z" },
        new("ParallelForEach of nothing goes on", Root(Sequence("s", ParallelForEach("p", "[]", "x"), "z"))) { Lines = "z" },
        new("ParallelForEach over an Object expression has no items: it stays text", Root(Sequence("s", Of("p", "Elsa.ParallelForEach", ("items", Expression("Object", "[1,2]")), ("body", Line("x"))), "z"))) { Lines = "z" },
        new("ParallelForEach with a faulted branch does not complete", Root(Sequence("s", ParallelForEach("p", "[1,2]", If("i", "variables.CurrentValue === 1", Fault("bad"), "ok")), "z"), ContinueWithIncidents))
            { Lines = "ok", Ends = WorkflowSubStatus.Suspended, Incidents = "bad" },
        new("a variable of a body belongs to its branch", Root(ParallelForEach("p", "[1,2]", WithVariables(Sequence("q", Set("i", "v", "variables.v + variables.CurrentValue"), Event("e", "Go"), Say("x", "variables.v")), Variable("v", "Int32", "10")))))
            { Events = ["Go"], Lines = "11 12" },
        new("Fork WaitAll waits for all branches", Root(Sequence("s", Of("f", "Elsa.Fork", ("branches", new[] { Line("a"), Event("e", "Go") })), "z"))) { Events = ["Go"], Lines = "a z" },
        new("Fork WaitAny goes on with the first branch and cancels the others", Root(Sequence("s", Of("f", "Elsa.Fork", ("joinMode", "WaitAny"), ("branches", new[] { Event("e", "Never"), Line("a") })), "z")))
            { Lines = "a z", Journal = "s:Started f:Started e:Started e:Suspended a:Started a:Completed e:Canceled f:Completed z:Started z:Completed s:Completed" },
        new("Fork without branches goes on, where Elsa stands still", Root(Sequence("s", Of("f", "Elsa.Fork"), "z"))) { Lines = "z" },
        new("a fault in one branch lets the others run to their end", Root(Parallel("p", Fault("bad"), Sequence("b", "b1", "b2")))) { Lines = "b1 b2", Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
