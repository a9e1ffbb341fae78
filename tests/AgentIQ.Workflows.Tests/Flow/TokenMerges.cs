using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>How branches meet when tokens travel: the merge mode of the target decides (5.1).</summary>
public sealed class TokenMerges
{
    private static readonly object[] N = [Variable("n", "Int32", "0")];

    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        .. new SemanticCase[]
        {
            new("Stream: branches of one length meet once", Define.Flow(["s", "a", "b", "j", "z"], "s>a s>b a>j b>j j>z")) { Lines = "s a b j z" },
            new("Stream: a branch that is longer comes again", Define.Flow(["s", "a", "b1", "b2", Merging("Stream", "j"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 j b2 z j z" },
            new("None is Stream", Define.Flow(["s", "a", "b1", "b2", Merging("None", "j")], "s>a s>b1 b1>b2 a>j b2>j")) { Lines = "s a b1 j b2 j" },
            new("Stream: a dead way is ignored", Define.Flow(["s", Decision("d", "false"), "x", "b", "j"], "s>d s>b d.True>x x>j b>j")) { Lines = "s b j" },
            new("Stream: the way that dies last does not swallow what came before", Define.Flow(["s", "b", Decision("d", "false"), "j"], "s>b s>d b>j d.True>j")) { Lines = "s b j" },
            new("Stream: two taken ports that lead to one target run it twice", Define.Flow([Fork("f", "L", "R"), "z"], "f.L>z f.R>z")) { Lines = "z z" },
            new("Stream: waits while a direct predecessor waits", Define.Flow(["s", "a", Event("e", "Go"), "j"], "s>a s>e a>j e>j")) { Lines = "s a", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
            new("Stream: and goes on once when it is met", Define.Flow(["s", "a", Event("e", "Go"), "j"], "s>a s>e a>j e>j")) { Events = ["Go"], Lines = "s a j" },
            new("Stream: a way back runs its target again", Define.Flow(["a", Set("inc", "n", "variables.n + 1"), Decision("d", "variables.n < 3"), "z"], "a>inc inc>d d.True>a d.False>z", variables: N)) { Lines = "a a a z" },
            new("Merge waits for all", Define.Flow(["s", "a", "b1", "b2", Merging("Merge", "j"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 b2 j z" },
            new("Merge with one way in does not wait", Define.Flow(["s", Merging("Merge", "j")], "s>j")) { Lines = "s j" },
            new("Merge: a dead way is an incident of the flowchart, where Elsa stands still", Define.Flow(["s", Decision("d", "false"), "b", Merging("Merge", "j")], "s>d s>b d.True>j b>j"))
                { Lines = "s b", Ends = WorkflowSubStatus.Faulted, Incidents = "flow" },
            new("Merge: two taken ports of one activity run it once", Define.Flow([Fork("f", "L", "R"), Merging("Merge", "z")], "f.L>z f.R>z")) { Lines = "z" },
            new("Merge at the head of a loop does not wait for the way back", Define.Flow([Merging("Merge", "a"), Set("inc", "n", "variables.n + 1"), Decision("d", "variables.n < 2"), "z"], "a>inc inc>d d.True>a d.False>z", variables: N)) { Lines = "a a z" },
            new("Merge in a loop joins in each pass", Define.Flow(
                [Set("n", "n", "variables.n + 1"), "a", "b1", "b2", Merging("Merge", "j"), Decision("d", "variables.n < 2"), "z"], "n>a n>b1 b1>b2 a>j b2>j j>d d.True>n d.False>z", variables: N)) { Lines = "a b1 b2 j a b1 b2 j z" },
            new("Converge waits for all", Define.Flow(["s", "a", "b1", "b2", Merging("Converge", "j"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 b2 j z" },
            new("Converge at the head of a loop waits for the way back: an incident, where Elsa stands still", Define.Flow(["s", Merging("Converge", "a"), Decision("d", "true")], "s>a a>d d.True>a"))
                { Lines = "s", Ends = WorkflowSubStatus.Faulted, Incidents = "flow" },
            new("Cascade runs at the first and swallows the others", Define.Flow(["s", "a", "b1", "b2", Merging("Cascade", "j"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 j b2 z" },
            new("Cascade cancels nothing", Define.Flow(["s", Event("e", "Go"), "a", Merging("Cascade", "j"), "z"], "s>e s>a e>j a>j j>z")) { Lines = "s a j z", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
            new("Cascade: a late arrival does not keep the flowchart from its end", Define.Flow(["s", Event("e", "Go"), "a", Merging("Cascade", "j"), "z"], "s>e s>a e>j a>j j>z")) { Events = ["Go"], Lines = "s a j z" },
            new("Race cancels what has started", Define.Flow(["s", Event("e", "Go"), "a", Merging("Race", "j"), "z"], "s>e s>a e>j a>j j>z"))
                { Lines = "s a j z", Journal = "s:Started s:Completed e:Started e:Suspended a:Started a:Completed e:Canceled j:Started j:Completed z:Started z:Completed" },
            new("Race lets what is only scheduled run and swallows it", Define.Flow(["s", "a", "b", Merging("Race", "j"), "z"], "s>a s>b a>j b>j j>z")) { Lines = "s a b j z" },
            new("Race in a loop goes on in each pass", Define.Flow([Set("n", "n", "variables.n + 1"), "a", "b", Merging("Race", "j"), Decision("d", "variables.n < 2"), "z"], "n>a n>b a>j b>j j>d d.True>n d.False>z", variables: N)) { Lines = "a b j a b j z" },
            new("a join WaitAny races", Define.Flow(["s", Event("e", "Go"), "a", Join("j", "WaitAny"), "z"], "s>e s>a e>j a>j j>z")) { Lines = "s a z" },
            new("a join WaitAll merges", Define.Flow(["s", "a", "b1", "b2", Join("j", "WaitAll"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 b2 z" },
            new("a join WaitAllActive merges, so a dead way is an incident", Define.Flow(["s", "a", Decision("d", "false"), Join("j", "WaitAllActive")], "s>a s>d a>j d.True>j"))
                { Lines = "s a", Ends = WorkflowSubStatus.Faulted, Incidents = "flow" },
            new("a way back that is no loop is no fault", Define.Flow(["s", "a", Of("d", "Elsa.FlowDecision", ("condition", Script("(setVariable('n', variables.n + 1), variables.n < 2)"))), "b"], "s>a s>b a>d b>d d.True>a", variables: N)) { Lines = "s a b a" },
            new("End drops the tokens", Define.Flow(["s", Of("end", "Elsa.End"), "b", "c"], "s>end s>b b>c")) { Lines = "s b" },
            new("a fault keeps its token: with ContinueWithIncidents the flowchart does not end", Define.Flow(["s", Fault("bad"), "b"], "s>bad s>b", options: ContinueWithIncidents)) { Lines = "s b", Ends = WorkflowSubStatus.Suspended, Incidents = "bad" },
            new("nested flowcharts have tokens of their own", Define.Flow([Flowchart("in", ["s", "a", "b", "j"], "s>a s>b a>j b>j"), "z"], "in>z")) { Lines = "s a b j z" },
        }.Select(c => c with { Mode = FlowchartMode.Token }),
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
