using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Where a flowchart begins (5.1).</summary>
public sealed class StartRules
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("nothing to start: it finishes", Define.Flow([], "")) { Lines = "", Journal = "" },
        new("the first without inbound connections starts, wherever it stands", Define.Flow(["b", "c", "a"], "a>b b>c")) { Lines = "a b c" },
        new("of several without inbound connections only the first starts", Define.Flow(["x", "a", "y", "b"], "a>b")) { Lines = "x" },
        new("a Start wins", Define.Flow(["a", Of("s", "Elsa.Start"), "b"], "s>b")) { Lines = "b" },
        new("the first of two Starts wins", Define.Flow([Of("s1", "Elsa.Start"), Of("s2", "Elsa.Start"), "a", "b"], "s1>a s2>b")) { Lines = "a" },
        new("a Start wins over a trigger", Define.Flow([Trigger("t", "T"), Of("s", "Elsa.Start"), "a", "b"], "t>a s>b")) { Lines = "b" },
        new("an activity that can start the workflow wins over the first free one, and waits when nothing triggered it",
            Define.Flow(["a", Trigger("t", "T"), "b"], "t>b")) { Lines = "", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
        new("the one that triggered the run starts and does not wait", Define.Flow(["a", Trigger("t", "T"), Trigger("u", "U"), "b", "c"], "t>b u>c")) { Trigger = "u", Lines = "c", Journal = "u:Started u:Completed c:Started c:Completed" },
        new("the trigger starts even where it has an inbound connection", Define.Flow(["a", Trigger("t", "T"), "b"], "a>t t>b")) { Trigger = "t", Lines = "b" },
        new("a trigger that is no activity of the flowchart changes nothing", Define.Flow(["a", "b"], "a>b")) { Trigger = "gone", Lines = "a b" },
        new("only loops: the first of the list starts", Define.Flow(["a", Decision("d", "false")], "a>d d.True>a")) { Lines = "a" },
        new("a nested flowchart has its own start", Define.Flow([Flowchart("in", ["y", "x"], "x>y"), "z"], "in>z")) { Lines = "x y z", Journal = "in:Started x:Started x:Completed y:Started y:Completed in:Completed z:Started z:Completed" },
        new("what is not connected never runs", Define.Flow(["a", "b", "lost"], "a>b")) { Lines = "a b" },
        new("a connection whose end does not exist is dropped", Define.Flow(["a", "b"], "a>gone gone>b a>b")) { Lines = "a b" },
        new("port names are case-sensitive", Define.Flow(["a", "b"], "a.done>b")) { Lines = "a" },
        new("a repeated connection counts once", Define.Flow(["a", "b"], "a>b a>b")) { Lines = "a b" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
