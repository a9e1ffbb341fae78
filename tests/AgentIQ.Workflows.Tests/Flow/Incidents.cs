using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>What a fault does to the rest, with both strategies (5.4).</summary>
public sealed class Incidents
{
    private static readonly object FaultStrategy = new { incidentStrategyType = "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core" };

    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("no strategy is Fault: what follows does not run", Define.Flow(["a", Fault("bad"), "z"], "a>bad bad>z")) { Lines = "a", Ends = WorkflowSubStatus.Faulted, Incidents = "bad", Journal = "a:Started a:Completed bad:Started bad:Faulted" },
        new("Fault: other branches run to the end of the burst with all their followers", Define.Flow(["s", Fault("bad"), "b1", "b2", "b3"], "s>bad s>b1 b1>b2 b2>b3", options: FaultStrategy)) { Lines = "s b1 b2 b3", Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
        new("Fault: bookmarks stay, but nothing meets them", Define.Flow(["s", Fault("bad"), Event("e", "Go"), "z"], "s>bad s>e e>z")) { Events = ["Go"], Lines = "s", Ends = WorkflowSubStatus.Faulted, Incidents = "bad", Bookmarks = 1 },
        new("Fault: timers neither", Define.Flow(["s", Fault("bad"), Delay("d", TimeSpan.FromSeconds(1)), "z"], "s>bad s>d d>z")) { Lines = "s", Ends = WorkflowSubStatus.Faulted, Incidents = "bad", Bookmarks = 1 },
        new("Fault: two faults are two incidents", Define.Flow(["s", Fault("b1"), Fault("b2")], "s>b1 s>b2")) { Lines = "s", Ends = WorkflowSubStatus.Faulted, Incidents = "b1 b2" },
        new("Fault: a join behind a faulted branch does not run", Define.Flow(["s", Fault("bad"), "b", "j"], "s>bad s>b bad>j b>j")) { Lines = "s b", Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
        new("Fault: also after a wait", Define.Flow([Event("e", "Go"), Fault("bad"), "z"], "e>bad bad>z")) { Events = ["Go"], Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
        new("Fault: End in another branch does not make it a success", Define.Flow(["s", Fault("bad"), Of("e", "Elsa.End")], "s>bad s>e")) { Lines = "s", Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
        new("ContinueWithIncidents: it stays suspended without a bookmark", Define.Flow(["a", Fault("bad"), "z"], "a>bad bad>z", options: ContinueWithIncidents)) { Lines = "a", Ends = WorkflowSubStatus.Suspended, Incidents = "bad" },
        new("ContinueWithIncidents: other branches go on, also after a wait", Define.Flow(["s", Fault("bad"), Event("e", "Go"), "z"], "s>bad s>e e>z", options: ContinueWithIncidents)) { Events = ["Go"], Lines = "s z", Ends = WorkflowSubStatus.Suspended, Incidents = "bad" },
        new("ContinueWithIncidents: it ends when a join cancels the faulted branch", Define.Flow(["s", Fault("bad"), "ok", Join("j", "WaitAny"), "z"], "s>bad s>ok bad>j ok>j j>z", options: ContinueWithIncidents)) { Lines = "s ok z", Incidents = "bad" },
        new("ContinueWithIncidents: a nested container with a fault does not complete", Root(Sequence("o", Sequence("i", Fault("bad"), "a"), "z"), ContinueWithIncidents)) { Lines = "", Ends = WorkflowSubStatus.Suspended, Incidents = "bad", Journal = "o:Started i:Started bad:Started bad:Faulted" },
        new("ContinueWithIncidents: Complete in another branch finishes", Define.Flow(["s", Fault("bad"), Of("c", "Elsa.Complete")], "s>bad s>c", options: ContinueWithIncidents)) { Lines = "s", Incidents = "bad", Outcomes = "Done" },
        new("an input that fails faults the activity before it runs", Define.Flow([Say("x", "nothing.here"), "z"], "x>z")) { Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "x", Journal = "x:Started x:Faulted" },
        new("an input that cannot be converted faults it too", Define.Flow([Of("d", "Elsa.FlowDecision", ("condition", Literal("1"))), "z"], "d.True>z")) { Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "d" },
        new("an activity of an unknown type faults when it runs", Define.Flow(["a", Of("odd", "Elsa.Bogus"), "z"], "a>odd odd>z")) { Lines = "a", Ends = WorkflowSubStatus.Faulted, Incidents = "odd" },
        new("and does nothing while it does not", Define.Flow([Decision("d", "false"), Of("odd", "Elsa.Bogus"), "z"], "d.True>odd d.False>z")) { Lines = "z" },
        new("a fault in a loop ends the loop there", Root(Sequence("s", For("f", 1, 3, Sequence("b", Say("x", "'v' + variables.CurrentValue"), If("i", "variables.CurrentValue === 2", Fault("bad")))), "z"))) { Lines = "v1 v2", Ends = WorkflowSubStatus.Faulted, Incidents = "bad" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
