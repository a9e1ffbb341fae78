using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Definitions;

/// <summary>What publishing refuses or warns of, with the activity and, for scripts, line and column.</summary>
public sealed class PublishValidationTests
{
    private static readonly object[] OneVariable = [Variable("n", "Int32", "0")];

    public static TheoryData<string, string, string, string?, DiagnosticSeverity> Findings => new()
    {
        { Define.Flow(["a", Sequence("s", "a")], "a>s"), "root.activities[1].activities[0].id", "'a' is used more than once, also at root.activities[0]", "a", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Expression("Variable", """{"id":"x","name":"X"}""")))], "", variables: OneVariable), "root.activities[0].text", "can reach no variable 'X' (id 'x')", "w", DiagnosticSeverity.Error },
        { Define.Flow([Set("s", "gone", "1")], ""), "root.activities[0].variable", "can reach no variable 'gone'", "s", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Expression("Input", """{"name":"Who"}""")))], ""), "root.activities[0].text", "the workflow has no input 'Who'", "w", DiagnosticSeverity.Error },
        { Define.Flow([Of("sw", "Elsa.FlowSwitch", ("cases", new[] { new { label = "A", condition = new { type = "Variable", value = """{"id":"x","name":"X"}""" } } }))], ""), "root.activities[0].cases[0].condition", "can reach no variable 'X'", "sw", DiagnosticSeverity.Error },
        { Define.Flow([Of("e", "Elsa.Event")], ""), "root.activities[0].eventName", "'e' (Elsa.Event) needs a value for Event name", "e", DiagnosticSeverity.Error },
        { Define.Flow([Event("e", "")], ""), "root.activities[0].eventName", "needs a value", "e", DiagnosticSeverity.Error },
        { Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("1 +\n  * 2")))], ""), "root.activities[0].text", "JavaScript does not parse", "w", DiagnosticSeverity.Error },
        { Define.Flow([Of("p", "Elsa.NotFoundActivity")], ""), "root.activities[0]", "stands for an activity whose type was unknown", "p", DiagnosticSeverity.Error },
        { Define.Flow([Of("x", "No.Such")], ""), "root.activities[0]", "'No.Such' is unknown", "x", DiagnosticSeverity.Error },
        { Define.Flow(["a"], "a>b"), "root.connections[0].target.activity", "there is no activity 'b'", "flow", DiagnosticSeverity.Error },
        { Define.Flow(["a"], "", options: new { incidentStrategyType = "My.OwnStrategy, Mine" }), "options.incidentStrategyType", "'My.OwnStrategy, Mine' is unknown and counts as Fault", null, DiagnosticSeverity.Warning },
        { Define.Flow(["a"], "", options: new { activationStrategyType = "My.OwnStrategy" }), "options.activationStrategyType", "counts as Always", null, DiagnosticSeverity.Warning },
        { Define.Flow(["a"], "", variables: [new { id = "v", name = "v", storageDriverTypeName = "My.Redis" }]), "variables[0].storageDriverTypeName", "'My.Redis' is unknown", null, DiagnosticSeverity.Warning },
        { Define.Flow([Decision("d", "true"), "t", "f", Join("j", "WaitAll")], "d.True>t d.False>f t>j f>j"), "root.activities[3].mode", "'d' takes only one of those that lead there", "j", DiagnosticSeverity.Warning },
        { Define.Flow([Of("i", "Elsa.If", ("condition", Literal("true")), ("result", new { typeName = "Boolean", memoryReference = new { id = "nobody" } }))], ""), "root.activities[0].result", "becomes an output of that name", "i", DiagnosticSeverity.Warning },
    };

    [Theory]
    [MemberData(nameof(Findings))]
    public void Says_where_what_and_about_which_activity(string definition, string path, string message, string? activity, DiagnosticSeverity severity)
    {
        var all = InMemory.Compile(definition).Diagnostics;
        var finding = all.FirstOrDefault(d => d.Path == path && d.Message.Contains(message, StringComparison.Ordinal)).ShouldNotBeNull(string.Join('\n', all));
        (finding.ActivityId, finding.Severity).ShouldBe((activity, severity));
    }

    [Fact]
    public void A_script_that_does_not_parse_is_found_by_line_and_column()
    {
        var finding = InMemory.Compile(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("var a = 1;\na +* 2")))], "")).Diagnostics.ShouldHaveSingleItem();
        (finding.Line, finding.Column).ShouldBe((2, 4));
    }

    public static TheoryData<string> Sound =>
    [
        Define.Flow([Of("w", "Elsa.WriteLine", ("text", Expression("Variable", """{"id":"n","name":"n"}""")))], "", variables: OneVariable),
        Define.Flow([Set("s", "n", "1")], "", variables: OneVariable),
        Define.Flow([Decision("d", "true"), "t", "f", Join("j", "WaitAllActive")], "d.True>t d.False>f t>j f>j"),
        Define.Flow([Decision("d", "true"), "s", "t", Join("j", "WaitAll")], "d.True>s d.True>t s>j t>j"),
        Define.Flow([Decision("d", "true"), "m", "s", "t", Join("j", "WaitAll")], "d.True>m d.False>m m>s m>t s>j t>j"),
        Define.Flow(["a"], "", options: new { incidentStrategyType = "Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", activationStrategyType = (string?)null }),
        Define.Flow([Of("e", "Elsa.Event", ("eventName", Script("'G' + 'o'")))], ""),
    ];

    [Theory]
    [MemberData(nameof(Sound))]
    public void Has_nothing_to_say_of_what_is_right(string definition) => InMemory.Compile(definition).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_variable_of_a_container_can_be_reached_from_inside_only()
    {
        var inner = Sequence("s", Set("in", "v", "1"));
        inner["variables"] = JsonSerializer.SerializeToNode(new[] { Variable("v") });
        var all = InMemory.Compile(Define.Flow([inner, Set("out", "v", "1")], "s>out")).Diagnostics;
        all.ShouldHaveSingleItem().ActivityId.ShouldBe("out");
    }
}
