using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Activities that end what is around them: End, Complete, Finish (5.1, 5.2).</summary>
public sealed class Terminals
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("End: siblings already scheduled still run, their followers do not", Define.Flow(["s", Of("e", "Elsa.End"), "b", "c"], "s>e s>b b>c"))
            { Lines = "s b", Journal = "s:Started s:Completed e:Started e:Completed b:Started b:Completed" },
        new("End cancels what waits", Define.Flow(["s", Event("w", "Never"), Of("e", "Elsa.End")], "s>w s>e"))
            { Lines = "s", Journal = "s:Started s:Completed w:Started w:Suspended e:Started e:Completed w:Canceled" },
        new("End: a sibling already scheduled may still wait, as in Elsa", Define.Flow(["s", Of("e", "Elsa.End"), Event("w", "Go"), "z"], "s>e s>w w>z")) { Lines = "s", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
        new("End: when it has waited the workflow is finished", Define.Flow(["s", Of("e", "Elsa.End"), Event("w", "Go"), "z"], "s>e s>w w>z"))
            { Events = ["Go"], Lines = "s", Journal = "s:Started s:Completed e:Started e:Completed w:Started w:Suspended w:Resumed w:Completed" },
        new("End ends its own flowchart only", Define.Flow([Flowchart("in", ["i", Of("e", "Elsa.End"), "n"], "i>e e>n"), "z"], "in>z")) { Lines = "i z" },
        new("End ends its sequence only", Root(Sequence("o", Sequence("i", "a", Of("e", "Elsa.End"), "b"), "c"))) { Lines = "a c", Journal = "o:Started i:Started a:Started a:Completed e:Started e:Completed i:Completed c:Started c:Completed o:Completed" },
        new("End in an If ends nothing around it", Define.Flow([If("i", "true", Of("e", "Elsa.End")), "z"], "i>z")) { Lines = "z" },
        new("Complete without outcomes has Done", Define.Flow(["a", Of("c", "Elsa.Complete"), "z"], "a>c c>z")) { Lines = "a", Outcomes = "Done" },
        new("Complete with one outcome", Define.Flow([Of("c", "Elsa.Complete", ("outcomes", Literal("Approved")))], "")) { Outcomes = "Approved" },
        new("Complete with a script's list", Define.Flow([Of("c", "Elsa.Complete", ("outcomes", Script("['A','B']")))], "")) { Outcomes = "A B" },
        new("Complete with an Object expression has one text", Define.Flow([Of("c", "Elsa.Complete", ("outcomes", Expression("Object", "[\"A\",\"B\"]")))], "")) { Outcomes = "[\"A\",\"B\"]" },
        new("Complete cancels what waits and lets run what is scheduled", Define.Flow(["s", Event("w", "Never"), Of("c", "Elsa.Complete"), "b", "z"], "s>w s>c s>b b>z"))
            { Lines = "s b", Journal = "s:Started s:Completed w:Started w:Suspended c:Started c:Completed w:Canceled b:Started b:Completed", Outcomes = "Done" },
        new("Complete inside a nested flowchart completes everything around it", Define.Flow([Flowchart("in", ["i", Of("c", "Elsa.Complete"), "n"], "i>c c>n"), "z"], "in>z")) { Lines = "i", Outcomes = "Done" },
        new("Complete inside a sequence completes everything around it", Root(Sequence("o", Sequence("i", "a", Of("c", "Elsa.Complete"), "b"), "z")))
            { Lines = "a", Journal = "o:Started i:Started a:Started a:Completed c:Started c:Completed i:Completed o:Completed" },
        new("Complete inside a loop completes everything around it", Define.Flow([While("w", "true", Sequence("b", "x", Of("c", "Elsa.Complete"))), "z"], "w>z")) { Lines = "x", Outcomes = "Done" },
        new("Complete inside a loop cancels what waits beside the loop", Define.Flow(["s", Event("e", "Never"), For("f", 1, 2, Of("c", "Elsa.Complete"))], "s>e s>f"))
            { Lines = "s", Journal = "s:Started s:Completed e:Started e:Suspended f:Started c:Started c:Completed f:Completed e:Canceled" },
        new("Finish drops what is scheduled and what waits, and records no cancelling", Define.Flow(["s", Event("w", "Go"), Of("f", "Elsa.Finish"), "b"], "s>w s>f s>b"))
            { Events = ["Go"], Lines = "s", Journal = "s:Started s:Completed w:Started w:Suspended f:Started f:Completed" },
        new("Finish inside containers leaves them as they are", Root(Sequence("o", Sequence("i", "a", Of("f", "Elsa.Finish"), "b"), "z"))) { Lines = "a", Journal = "o:Started i:Started a:Started a:Completed f:Started f:Completed" },
        new("Finish has no outcomes", Define.Flow([Of("f", "Elsa.Finish")], "")) { Outcomes = "" },
        new("Finish after a fault: the workflow is faulted", Define.Flow(["s", Fault("bad"), Of("f", "Elsa.Finish")], "s>bad s>f")) { Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
        new("Finish after a fault with ContinueWithIncidents: it is finished", Define.Flow(["s", Fault("bad"), Of("f", "Elsa.Finish")], "s>bad s>f", options: ContinueWithIncidents)) { Incidents = "bad" },
        new("End cancels a faulted sibling, so that ContinueWithIncidents can finish", Define.Flow(["s", Fault("bad"), "b", Of("e", "Elsa.End")], "s>bad s>b b>e", options: ContinueWithIncidents))
            { Lines = "s b", Incidents = "bad", Journal = "s:Started s:Completed bad:Started bad:Faulted b:Started b:Completed e:Started e:Completed bad:Canceled" },
        new("ending a container cancels what waits inside, the outer first", Define.Flow(["s", Sequence("seq", Event("e", "Never")), Delay("d", TimeSpan.FromMinutes(1)), Of("end", "Elsa.End")], "s>seq s>d d>end"))
            { Lines = "s", Journal = "s:Started s:Completed seq:Started d:Started d:Suspended e:Started e:Suspended d:Resumed d:Completed end:Started end:Completed seq:Canceled e:Canceled" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
