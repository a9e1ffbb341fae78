using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Semantics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Flow;

/// <summary>How branches meet when connections are counted (5.1).</summary>
public sealed class CounterJoins
{
    internal static IReadOnlyList<SemanticCase> Cases { get; } =
    [
        new("branches run breadth first", Define.Flow(["s", "l1", "l2", "r1", "r2"], "s>l1 s>r1 l1>l2 r1>r2")) { Lines = "s l1 r1 l2 r2" },
        new("in the order of the connections, not of the activities", Define.Flow(["s", "x", "y"], "s>y s>x")) { Lines = "s y x" },
        new("every activity with several ways in waits for all of them", Define.Flow(["s", "a", "b1", "b2", "j", "z"], "s>a s>b1 b1>b2 a>j b2>j j>z"))
            { Lines = "s a b1 b2 j z", Journal = "s:Started s:Completed a:Started a:Completed b1:Started b1:Completed b2:Started b2:Completed j:Started j:Completed z:Started z:Completed" },
        new("a way that was not taken does not hold it", Define.Flow(["s", Decision("d", "false"), "dead", "b", "j"], "s>d s>b d.True>dead dead>j b>j")) { Lines = "s b j" },
        new("with every way dead it is dead too, and so is what follows", Define.Flow([Decision("d", "false"), "x", "j", "z", "n"], "d.True>x x>j j>z d.False>n")) { Lines = "n" },
        new("two ports of one activity may lead to one target", Define.Flow([Decision("d", "true"), "z"], "d.True>z d.False>z")) { Lines = "z" },
        new("two taken ports that lead to one target run it once", Define.Flow([Fork("f", "L", "R"), "z"], "f.L>z f.R>z")) { Lines = "z" },
        new("a port that nobody connected leads nowhere", Define.Flow([Fork("f", "L", "R"), "a"], "f.L>a")) { Lines = "a" },
        new("the merge mode of an activity is ignored", Define.Flow(["s", "a", "b1", "b2", Merging("Cascade", "j")], "s>a s>b1 b1>b2 a>j b2>j")) { Lines = "s a b1 b2 j" },
        new("WaitAll goes on with all", Define.Flow(["s", "a", "b", Join("j", "WaitAll"), "z"], "s>a s>b a>j b>j j>z")) { Lines = "s a b z" },
        new("WaitAll is skipped when one way is dead", Define.Flow(["s", "a", Decision("d", "false"), Join("j", "WaitAll"), "z"], "s>a s>d a>j d.True>j j>z")) { Lines = "s a" },
        new("a skipped WaitAll is dead for what joins behind it", Define.Flow(["s", "a", Decision("d", "false"), Join("j", "WaitAll"), "b", "z"], "s>a s>d s>b a>j d.True>j j>z b>z")) { Lines = "s a b z" },
        new("WaitAllActive goes on with those alive", Define.Flow(["s", "a", Decision("d", "false"), Join("j", "WaitAllActive"), "z"], "s>a s>d a>j d.True>j j>z")) { Lines = "s a z" },
        new("WaitAny goes on with the first and ignores the others", Define.Flow(["s", "a", "b1", "b2", Join("j", "WaitAny"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 b2 z" },
        new("a join without a mode is WaitAny", Define.Flow(["s", "a", "b1", "b2", Of("j", "Elsa.FlowJoin"), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 b2 z" },
        new("WaitAny cancels what waits on the other ways", Define.Flow([Fork("f", "A", "B"), Event("slow", "Never"), "quick", Join("j", "WaitAny"), "z"], "f.A>slow f.B>quick slow>j quick>j j>z"))
            { Lines = "quick z", Journal = "f:Started f:Completed slow:Started slow:Suspended quick:Started quick:Completed slow:Canceled j:Started j:Completed z:Started z:Completed" },
        new("WaitAny lets what is only scheduled run", Define.Flow([Fork("f", "A", "B"), "quick", Event("slow", "Never"), Join("j", "WaitAny"), "z"], "f.A>quick f.B>slow slow>j quick>j j>z"))
            { Lines = "quick z", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
        new("WaitAny with one way dead goes on with the other", Define.Flow([Decision("d", "false"), "a", "b", Join("j", "WaitAny"), "z"], "d.True>a d.False>b a>j b>j j>z")) { Lines = "b z" },
        new("WaitAny with all ways dead is dead", Define.Flow([Decision("d", "false"), "a", Join("j", "WaitAny"), "n"], "d.True>a a>j d.False>n")) { Lines = "n" },
        new("what a cancelled activity would also have led to is skipped", Define.Flow(
            [Fork("f", "A", "B", "C"), Event("slow", "Never"), "quick", "other", Join("j", "WaitAny"), "side"], "f.A>slow f.B>quick f.C>other slow>j quick>j slow>side other>side")) { Lines = "quick other side" },
        new("WaitAny after an event: the first event wins", Define.Flow([Fork("f", "A", "B"), Event("a", "A"), Event("b", "B"), Join("j", "WaitAny"), "z"], "f.A>a f.B>b a>j b>j j>z"))
            { Events = ["B"], Lines = "z", Journal = "f:Started f:Completed a:Started a:Suspended b:Started b:Suspended b:Resumed b:Completed a:Canceled j:Started j:Completed z:Started z:Completed" },
        new("the mode of a join may be an expression", Define.Flow(["s", "a", "b1", "b2", Of("j", "Elsa.FlowJoin", ("mode", Script("'WaitAll'"))), "z"], "s>a s>b1 b1>b2 a>j b2>j j>z")) { Lines = "s a b1 b2 z" },
        new("a ladder: each post waits for two", Define.Flow(["s", "l1", "l2", "r1", "r2"], "s>l1 s>r1 l1>l2 r1>r2 l1>r2")) { Lines = "s l1 r1 l2 r2" },
        new("one side waits: the join does", Define.Flow(["s", "quick", Event("slow", "Go"), "z"], "s>quick s>slow quick>z slow>z")) { Lines = "s quick", Ends = WorkflowSubStatus.Suspended, Bookmarks = 1 },
        new("a way back runs its target again", Define.Flow(["a", Set("inc", "n", "variables.n + 1"), Decision("d", "variables.n < 3"), "z"], "a>inc inc>d d.True>a d.False>z", variables: [Variable("n", "Int32", "0")])) { Lines = "a a a z" },
        new("a loop of one activity", Define.Flow([Of("d", "Elsa.FlowDecision", ("condition", Script("(setVariable('n', variables.n + 1), variables.n < 3)"))), "z"], "d.True>d d.False>z", variables: [Variable("n", "Int32", "0")]))
            { Lines = "z", Variables = new { n = 3 } },
        new("a loop in a loop runs anew in each pass", Define.Flow(
            [Set("o", "o", "variables.o + 1"), Set("r", "i", "0"), Set("i", "i", "variables.i + 1"), "x", Decision("di", "variables.i < 2"), Decision("do", "variables.o < 3"), "z"],
            "o>r r>i i>x x>di di.True>i di.False>do do.True>o do.False>z", variables: [Variable("o", "Int32", "0"), Variable("i", "Int32", "0")])) { Lines = "x x x x x x z" },
        new("a diamond in a loop joins in each pass", Define.Flow(
            [Set("n", "n", "variables.n + 1"), "a", "b", "j", Decision("d", "variables.n < 2"), "z"], "n>a n>b a>j b>j j>d d.True>n d.False>z", variables: [Variable("n", "Int32", "0")])) { Lines = "a b j a b j z" },
        new("WaitAny in a loop goes on once per pass", Define.Flow(
            [Set("n", "n", "variables.n + 1"), "a", "b", Join("j", "WaitAny"), "z", Decision("d", "variables.n < 2")], "n>a n>b a>j b>j j>z z>d d.True>n", variables: [Variable("n", "Int32", "0")])) { Lines = "a b z a b z" },
        new("the exit of a loop that joins a branch from before runs in the first pass", Define.Flow(
            ["s", Set("inc", "n", "variables.n + 1"), Decision("d", "variables.n < 3"), "z"], "s>inc s>z inc>d d.True>inc d.False>z", variables: [Variable("n", "Int32", "0")])) { Lines = "s z" },
        new("a way back that is no loop faults the activity that took it", Define.Flow(["s", "a", Decision("d", "true"), "b"], "s>a s>b a>d b>d d.True>a"))
            { Lines = "s a b", Ends = WorkflowSubStatus.Faulted, Incidents = "d", Journal = "s:Started s:Completed a:Started a:Completed b:Started b:Completed d:Started d:Completed d:Faulted" },
        new("a way back that is no loop hurts nobody while it is not taken", Define.Flow(["s", "a", Decision("d", "false"), "b"], "s>a s>b a>d b>d d.True>a")) { Lines = "s a b" },
    ];

    public static TheoryData<string> Rules => SemanticCatalogue.Rules(Cases);

    [Theory]
    [MemberData(nameof(Rules))]
    public Task Hold(string rule) => Cases.CheckAsync(rule);
}
