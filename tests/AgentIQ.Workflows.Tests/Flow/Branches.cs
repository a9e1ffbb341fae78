using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>Activities that choose (5.2).</summary>
public sealed class Branches
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("FlowDecision without a condition is false", Define.Flow([Of("d", "Elsa.FlowDecision"), "t", "f"], "d.True>t d.False>f")) { Lines = "f" },
        new("FlowSwitch takes the first match", Define.Flow([FlowSwitch("MatchFirst"), "a", "b", "d"], "w.A>a w.B>b w.Default>d")) { Lines = "a" },
        new("FlowSwitch without a mode takes the first match", Define.Flow([FlowSwitch(null), "a", "b", "d"], "w.A>a w.B>b w.Default>d")) { Lines = "a" },
        new("FlowSwitch takes all matches", Define.Flow([FlowSwitch("MatchAny"), "a", "b", "d"], "w.A>a w.B>b w.Default>d")) { Lines = "a b" },
        new("FlowSwitch without cases takes Default", Define.Flow([Of("w", "Elsa.FlowSwitch", ("cases", Array.Empty<object>())), "d"], "w.Default>d")) { Lines = "d" },
        new("FlowSwitch evaluates every condition, also behind the first match", Define.Flow(
            [Of("w", "Elsa.FlowSwitch", ("cases", new object[] { Case("A", "true"), Case("B", "nothing.here") })), "a"], "w.A>a")) { Lines = "", Ends = WorkflowSubStatus.Faulted, Incidents = "w" },
        new("FlowFork takes every branch, in the order of the connections", Define.Flow([Fork("f", "L", "R"), "l", "r"], "f.R>r f.L>l")) { Lines = "r l" },
        new("FlowFork without branches leads nowhere", Define.Flow([Of("f", "Elsa.FlowFork"), "a"], "f.L>a")) { Lines = "" },
        new("FlowFork takes one text as one branch", Define.Flow([Of("f", "Elsa.FlowFork", ("branches", Literal("L"))), "l"], "f.L>l")) { Lines = "l" },
        new("If runs then", Root(Sequence("s", If("i", "1 < 2", "t", "e"), "z"))) { Lines = "t z", Journal = "s:Started i:Started t:Started t:Completed i:Completed z:Started z:Completed s:Completed" },
        new("If runs else", Root(Sequence("s", If("i", "1 > 2", "t", "e"), "z"))) { Lines = "e z" },
        new("If without that branch goes on", Root(Sequence("s", If("i", "1 > 2", "t"), "z"))) { Lines = "z", Journal = "s:Started i:Started i:Completed z:Started z:Completed s:Completed" },
        new("If puts the condition out at once, and no more when it completes", Define.Flow(
            [Bound(If("i", "true", Sequence("t", Say("say", "variables.r"), Set("set", "r", "false"))), "result", "r"), Say("z", "variables.r")], "i>z", variables: [Variable("r", "Boolean")])) { Lines = "True False" },
        new("If has the outcome Done", Define.Flow([If("i", "true", "t"), "z", "x"], "i>z i.True>x")) { Lines = "t z" },
        new("Switch runs the first match", Root(Sequence("s", Switch("w", "MatchFirst", "d", ("A", "false", "a"), ("B", "true", "b"), ("C", "true", "c")), "z"))) { Lines = "b z" },
        new("Switch runs all matches and waits for them", Root(Sequence("s", Switch("w", "MatchAny", "d", ("A", "true", Sequence("a", "a1", "a2")), ("B", "false", "b"), ("C", "true", "c")), "z")))
            { Lines = "c a1 a2 z", Journal = "s:Started w:Started a:Started c:Started c:Completed a1:Started a1:Completed a2:Started a2:Completed a:Completed w:Completed z:Started z:Completed s:Completed" },
        new("Switch without a match runs the default", Root(Sequence("s", Switch("w", "MatchFirst", "d", ("A", "false", "a")), "z"))) { Lines = "d z" },
        new("Switch whose match has no activity goes on", Root(Sequence("s", Switch("w", "MatchFirst", "d", ("A", "true", null), ("B", "true", "b")), "z"))) { Lines = "z" },
        new("Switch without anything goes on", Root(Sequence("s", Of("w", "Elsa.Switch"), "z"))) { Lines = "z" },
        new("FlowNode runs its body", Root(Sequence("s", Of("n", "Elsa.FlowNode", ("body", Line("b"))), Of("m", "Elsa.FlowNode"), "z"))) { Lines = "b z" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);

    private static object Case(string label, string script) => new { label, condition = new { type = "JavaScript", value = script } };

    private static System.Text.Json.Nodes.JsonObject FlowSwitch(string? mode) => Of(
        "w", "Elsa.FlowSwitch", ("mode", mode is null ? null : Literal(mode)), ("cases", new[] { Case("A", "1 < 2"), Case("B", "true") }));
}
