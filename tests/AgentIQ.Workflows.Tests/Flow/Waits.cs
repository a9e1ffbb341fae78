using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Bookmarks, and where an instance stands (5.3).</summary>
public sealed class Waits
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("an event that does not come leaves the instance suspended", Define.Flow(["a", Event("e", "Never"), "z"], "a>e e>z")) { Lines = "a", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1, Journal = "a:Started a:Completed e:Started e:Suspended" },
        new("an event goes on with its payload", Define.Flow([Bound(Event("e", "Go"), "result", "p"), Say("z", "variables.p.item")], "e>z", variables: [Variable("p")])) { Events = ["Go"], Payload = new { item = "lamp" }, Lines = "lamp" },
        new("an event of another name does not", Define.Flow([Event("e", "Go"), "z"], "e>z")) { Events = ["go"], Lines = "", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
        new("one publication meets all that wait for it then", Define.Flow(["s", Event("a", "Go"), Event("b", "Go"), "x", "y"], "s>a s>b a>x b>y")) { Events = ["1:Go"], Lines = "s x y" },
        new("and none that begins to wait because of it", Define.Flow([Event("a", "Go"), Event("b", "Go"), "z"], "a>b b>z")) { Events = ["1:Go"], Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
        new("events are awaited one after the other", Define.Flow([Event("a", "A"), Event("b", "B"), "z"], "a>b b>z")) { Events = ["B", "A"], Lines = "z" },
        new("an event without a name is an incident", Define.Flow([Of("e", "Elsa.Event")], "")) { Ends = WorkflowSubStatus.Faulted, Incidents = "e" },
        new("a delay waits for its time", Define.Flow(["a", Delay("d", TimeSpan.FromHours(5)), "z"], "a>d d>z")) { Lines = "a z", Journal = "a:Started a:Completed d:Started d:Suspended d:Resumed d:Completed z:Started z:Completed" },
        new("the delay that is due first comes first", Define.Flow(["s", Delay("d1", TimeSpan.FromHours(2)), Delay("d2", TimeSpan.FromHours(1)), "x", "y"], "s>d1 s>d2 d1>x d2>y")) { Lines = "s y x" },
        new("an event goes before a delay", Define.Flow(["s", Delay("d", TimeSpan.FromSeconds(1)), Event("e", "Go"), "x", "y"], "s>d s>e d>x e>y")) { Events = ["Go"], Lines = "s y x" },
        new("a wait inside nested containers goes on inside", Root(Sequence("o", If("i", "true", Sequence("q", "a", Event("e", "Go"), "b")), "z")))
            { Events = ["Go"], Lines = "a b z", Journal = "o:Started i:Started q:Started a:Started a:Completed e:Started e:Suspended e:Resumed e:Completed b:Started b:Completed q:Completed i:Completed z:Started z:Completed o:Completed" },
        new("a loop back to a trigger waits there in the second pass", Define.Flow([Trigger("t", "T"), Set("i", "n", "variables.n + 1"), Decision("d", "variables.n < 2"), "z"], "t>i i>d d.True>t d.False>z", variables: [Variable("n", "Int32", "0")]))
            { Trigger = "t", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1, Variables = new { n = 1 } },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
