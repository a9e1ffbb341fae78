using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions.Comparison;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Definitions.Comparison;

public sealed class ComparisonTests
{
    private static readonly string Plain = Define.Flow(["a", "b"], "a>b");

    public static TheoryData<string, string, string[]> Activities => new()
    {
        { Plain, Define.Flow(["a", "b", "c"], "a>b b>c"), ["Added Activity c", "Added Connection b Done > c"] },
        { Define.Flow(["a", "b", "c"], "a>b b>c"), Plain, ["Removed Activity c", "Removed Connection b Done > c"] },
        { Define.Flow(["a", Sequence("s", "x", "y")], "a>s"), Define.Flow(["a"], ""), ["Removed Activity s with 2", "Removed Connection a Done > s"] },
        { Define.Flow(["a"], ""), Define.Flow(["a", Flowchart("f", ["x", "y"], "x>y")], "a>f"), ["Added Activity f with 2", "Added Connection a Done > f"] },
        { Define.Flow(["a", Sequence("s", "x")], "a>s"), Define.Flow(["a", Sequence("s", "x", "y")], "a>s"), ["Added Activity y"] },
        { Define.Flow([Sequence("s", "x", "y")], ""), Define.Flow([Sequence("s", "y", "x")], ""), ["Changed Setting s order: Literal(x, y) => Literal(y, x)"] },
        { Define.Flow([Parallel("p", "x", "y")], ""), Define.Flow([Parallel("p", "y", "x")], ""), [] },
        { Define.Flow([If("i", "true", "x")], ""), Define.Flow([If("i", "true", null, "x")], ""), ["Changed Setting x place: Literal(i: then) => Literal(i: else)"] },
        { Define.Flow([If("i", "true", "x"), Sequence("s")], ""), Define.Flow([If("i", "true"), Sequence("s", "x")], ""), ["Changed Setting x place: Literal(i: then) => Literal(s)"] },
        { Define.Flow([Switch("w", "MatchFirst", null, ("A", "true", "x"))], ""), Define.Flow([Switch("w", "MatchFirst", null, ("A", "true", null))], ""), ["Removed Activity x"] },
        { Define.Flow([Of("a", "No.Such", ("odd", Literal("1")))], ""), Define.Flow([Of("a", "No.Such", ("odd", Literal("2")))], ""), ["Changed Input a odd: Literal(1) => Literal(2)"] },
        { Define.Flow([Of("a", "Elsa.WriteLine")], ""), Define.Flow([Of("a", "No.Such")], ""), ["Changed Setting a type: Literal(Elsa.WriteLine) => Literal(No.Such)"] },
        { Define.Flow(["a", "b", "c"], "a>b b>c"), Define.Flow(["a", "b", "c"], "a>b a>c"), ["Added Connection a Done > c", "Removed Connection b Done > c"] },
        { Define.Flow([Fork("f", "L", "R"), "b"], "f.L>b"), Define.Flow([Fork("f", "L", "R"), "b"], "f.R>b"), ["Removed Connection f L > b", "Added Connection f R > b"] },
    };

    public static TheoryData<string?, string?, string> Inputs => new()
    {
        { """{"type":"Literal","value":"x"}""", """{"type":"Literal","value":"y"}""", "Changed Input a text: Literal(x) => Literal(y)" },
        { null, """{"type":"Literal","value":"y"}""", "Changed Input a text: - => Literal(y)" },
        { """{"type":"Literal","value":"y"}""", """{"type":"Literal","value":null}""", "Changed Input a text: Literal(y) => -" },
        { """{"type":"Literal","value":"x"}""", """{"type":"JavaScript","value":"x"}""", "Changed Input a text: Literal(x) => JavaScript(x)" },
        { """{"type":"JavaScript","value":"a\r\nb"}""", """{"type":"JavaScript","value":"a\nb"}""", "" },
        { """{"type":"Literal","value":1.0}""", """{"type":"Literal","value":"1"}""", "" },
        { """{"type":"Literal","value":1e3}""", """{"type":"Literal","value":1000}""", "" },
        { """{"type":"Literal","value":true}""", """{"type":"Literal","value":"true"}""", "" },
        { """{"type":"Object","value":"{\"b\": 1.0, \"a\": [2]}"}""", """{"type":"Object","value":{"a":[2],"b":1}}""", "" },
        { """{"type":"Object","value":"[1]"}""", """{"type":"Object","value":"[1,2]"}""", "Changed Input a text: Json([1]) => Json([1, 2])" },
        { """{"type":"Variable","value":"{\"id\":\"v\",\"name\":\"Old\"}"}""", """{"type":"Variable","value":{"id":"v","name":"Count"}}""", "" },
        { """{"type":"Variable","value":{"id":"w","name":"Other"}}""", """{"type":"Variable","value":{"id":"v","name":"Old"}}""", "Changed Input a text: Variable(Other) => Variable(Count)" },
        { """{"type":"Input","value":"{\"name\":\"Ticket\"}"}""", """{"type":"Input","value":{"name":"Order"}}""", "Changed Input a text: Input(Ticket) => Input(Order)" },
        { """{"type":"Liquid","value":"x"}""", """{"type":"Literal","value":"x"}""", "Changed Input a text: Other(Liquid: x) => Literal(x)" },
    };

    public static TheoryData<string, string, string> Properties => new()
    {
        { "{}", """{"name":"Line1"}""", "Changed Text a name: Literal(a) => Literal(Line1)" },
        { """{"metadata":{"displayText":"Было"}}""", """{"metadata":{"displayText":"Стало"}}""", "Changed Text a displayText: Literal(Было) => Literal(Стало)" },
        { "{}", """{"metadata":{"description":"Зачем"}}""", "Changed Text a description: - => Literal(Зачем)" },
        { """{"metadata":{"displayText":""}}""", "{}", "" },
        { """{"nodeId":"x:a","version":1.0}""", """{"nodeId":"y:a","version":1}""", "" },
        { "{}", """{"version":2}""", "Changed Setting a version: Literal(1) => Literal(2)" },
        { "{}", """{"customProperties":{"canStartWorkflow":true}}""", "Changed Setting a canStartWorkflow: - => Literal(true)" },
        { "{}", """{"customProperties":{"canStartWorkflow":false,"mergeMode":null,"logPersistenceConfig":{"default":null,"inputs":{}}}}""", "" },
        { """{"customProperties":{"mergeMode":"Converge"}}""", """{"customProperties":{"mergeMode":"Race"}}""", "Changed Setting a mergeMode: Literal(Converge) => Literal(Race)" },
        { "{}", """{"customProperties":{"resilienceStrategy":{"attempts":3}}}""", "Changed Setting a resilienceStrategy: - => Literal({attempts: 3})" },
        { "{}", """{"customProperties":{"logPersistenceMode":{"default":"Exclude"}}}""", "Changed Setting a logPersistenceMode: - => Literal({default: Exclude})" },
        { """{"metadata":{"designer":{"position":{"x":1,"y":2},"size":{"width":100,"height":50}}}}""", """{"metadata":{"designer":{"position":{"x":1.0,"y":2.2},"size":{"width":200.5,"height":54}}}}""", "" },
        { """{"metadata":{"designer":{"position":{"x":1,"y":2}}}}""", """{"metadata":{"designer":{"position":{"x":10,"y":2}}}}""", "Moved Activity a" },
        { """{"metadata":{"designer":{"position":{"x":1,"y":2}}}}""", """{"name":"n","metadata":{"designer":{"position":{"x":10,"y":2}}}}""", "Changed Text a name: Literal(a) => Literal(n)" },
        { """{"result":null}""", """{"result":{"typeName":"Object","memoryReference":{"id":"v"}}}""", "Changed Output a result: - => Variable(Count)" },
        { """{"result":{"memoryReference":{"id":"Answer"}}}""", """{"result":{"memoryReference":{"id":"v"}}}""", "Changed Output a result: Output(Answer) => Variable(Count)" },
        { """{"text":{"typeName":"String","expression":null,"memoryReference":null}}""", "{}", "" },
        { """{"flag":true}""", """{"flag":false}""", "Changed Input a flag: Literal(true) => Literal(false)" },
        { """{"variable":{"id":"v","name":"Count"}}""", """{"variable":{"id":"w","name":"Other"}}""", "Changed Input a variable: Variable(Count) => Variable(Other)" },
        {
            """{"cases":[{"label":"A","condition":{"type":"JavaScript","value":"x"}}]}""", """{"cases":[{"label":"A","condition":{"type":"JavaScript","value":"y"}}]}""",
            "Changed Input a cases: Literal(A: x) => Literal(A: y)"
        },
        { """{"variables":[{"id":"c","name":"Inner","typeName":"String"}]}""", "{}", "Removed Variable a Inner: Literal(String) => -" },
    };

    public static TheoryData<string, string, string[]> Declarations => new()
    {
        { """{"name":"Было","description":"x"}""", """{"name":"Стало"}""", ["Changed Text name: Literal(Было) => Literal(Стало)", "Changed Text description: Literal(x) => -"] },
        { "{}", """{"inputs":[{"name":"Ticket","type":"String","isArray":true}]}""", ["Added Input Ticket: - => Literal(String[])"] },
        { """{"outputs":[{"name":"Answer","type":"String"}]}""", """{"outputs":[{"name":"Answer","type":"Int32"}]}""", ["Changed Output Answer type: Literal(String) => Literal(Int32)"] },
        {
            """{"variables":[{"id":"v","name":"Count","typeName":"Int32","value":"0"}]}""", """{"variables":[{"id":"v","name":"Total","typeName":"Int32","value":"1"}]}""",
            ["Changed Variable Total name: Literal(Count) => Literal(Total)", "Changed Variable Total value: Literal(0) => Literal(1)"]
        },
        {
            """{"variables":[{"id":"v","name":"n","storageDriverTypeName":"Elsa.Workflows.MemoryStorageDriver, Elsa.Workflows.Core"}]}""", """{"variables":[{"id":"v","name":"n"}]}""",
            ["Changed Variable n storageDriverTypeName: Literal(MemoryStorageDriver) => -"]
        },
        { """{"outcomes":["B","A"]}""", """{"outcomes":["A","C"]}""", ["Removed Setting outcomes: Literal(B) => -", "Added Setting outcomes: - => Literal(C)"] },
        {
            """{"options":{"incidentStrategyType":null}}""", """{"options":{"incidentStrategyType":"Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core","usableAsActivity":false}}""",
            ["Changed Setting incidentStrategyType: - => Literal(ContinueWithIncidentsStrategy)"]
        },
        { """{"customProperties":{"agentiqRevision":"x/1","VariableTestValues":{"a":1}}}""", """{"customProperties":{"agentiqRevision":"x/2"}}""", [] },
        { """{"id":"x-1","version":1,"isLatest":true,"createdAt":"2026-01-05T08:00:00+00:00","toolVersion":"3.8.0.0","links":[]}""", """{"id":"x-2","version":2}""", [] },
    };

    [Theory]
    [MemberData(nameof(Activities))]
    public void Says_what_came_went_and_leads_elsewhere(string before, string after, string[] lines) => Lines.Compare(before, after).ShouldBe(lines);

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Shows_inputs_as_authors_read_them(string? before, string? after, string line)
    {
        Lines.Compare(With(before), With(after)).ShouldBe(line.Length == 0 ? [] : [line]);

        static string With(string? expression) => Define.Flow(
            [expression is null ? Of("a", "Elsa.WriteLine") : Of("a", "Elsa.WriteLine", ("text", new JsonObject { ["expression"] = JsonNode.Parse(expression) }))], "", variables: [Variable("Count", "Int32", id: "v"), Variable("Other", id: "w")]);
    }

    [Theory]
    [MemberData(nameof(Properties))]
    public void Shows_everything_else_of_an_activity_that_matters(string before, string after, string line)
    {
        Lines.Compare(With(before), With(after)).ShouldBe(line.Length == 0 ? [] : [line]);

        static string With(string properties)
        {
            var activity = Of("a", "Test.Anything");
            foreach (var (name, value) in JsonNode.Parse(properties)!.AsObject())
            {
                activity[name] = value?.DeepClone();
            }

            return Define.Flow([activity], "", variables: [Variable("Count", "Int32", id: "v"), Variable("Other", id: "w")]);
        }
    }

    [Theory]
    [MemberData(nameof(Declarations))]
    public void Shows_what_the_workflow_declares(string before, string after, string[] lines)
    {
        Lines.Compare(With(before), With(after)).ShouldBe(lines);

        static string With(string properties)
        {
            var definition = JsonNode.Parse(properties)!.AsObject();
            definition["root"] = Flowchart("flow", ["a"], "");
            return definition.ToJsonString();
        }
    }

    [Fact]
    public void Follows_the_flow_and_ends_with_one_line_for_all_that_moved()
    {
        var before = Define.Flow([At("z", 0), At("y", 0, "old"), At("x", 0)], "z>y y>x");
        var after = Define.Flow([At("x", 9), At("n", 0), At("y", 5, "new"), At("z", 7)], "z>y y>x y>n");

        Lines.Compare(before, after).ShouldBe(["Changed Input y text: Literal(old) => Literal(new)", "Added Activity n", "Added Connection y Done > n", "Moved Activity z x"]);

        static JsonObject At(string id, int x, string? text = null)
        {
            var activity = Line(id, text);
            activity["metadata"] = new JsonObject { ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = 0 } } };
            return activity;
        }
    }

    [Fact]
    public void What_came_into_a_flow_stands_where_it_was_put_and_what_went_where_it_had_been()
    {
        Lines.Compare(Define.Flow(["a", "gone", "c"], "a>gone gone>c"), Define.Flow(["a", "new", "c"], "a>new new>c")).ShouldBe(
            ["Removed Activity gone", "Added Activity new", "Removed Connection a Done > gone", "Added Connection a Done > new", "Removed Connection gone Done > c", "Added Connection new Done > c"]);
    }

    [Fact]
    public void A_placeholder_is_the_activity_that_it_stands_for()
    {
        var original = Define.Flow([Of("a", "No.Such", ("odd", Literal("1")))], "");
        var placeholder = Define.Flow([Of("a", "Elsa.NotFoundActivity", ("missingTypeName", "No.Such"), ("originalActivityJson", Of("a", "No.Such", ("odd", Literal("1"))).ToJsonString()))], "");

        Lines.Compare(original, placeholder).ShouldBe([]);
    }

    [Fact]
    public void A_dangling_connection_is_named_by_its_ids() =>
        Lines.Compare(Define.Flow(["a"], ""), Define.Flow(["a"], "a>nowhere")).ShouldBe(["Added Connection a Done > nowhere"]);

    [Fact]
    public void An_id_that_is_used_twice_does_not_confuse()
    {
        var before = Define.Flow([Sequence("s", "a"), Sequence("t", "a")], "");
        var after = Define.Flow([Sequence("s", "a"), Sequence("t", Line("a", "other"))], "");

        Lines.Compare(before, before).ShouldBe([]);
        Lines.Compare(before, after).ShouldBe(["Changed Input a text: Literal(a) => Literal(other)"]);
    }

    [Fact]
    public void Names_all_activities_of_a_definition()
    {
        var names = ActivityReference.AllOf(Define.Flow([Of("a", "No.Such", ("metadata", new { displayText = "Ждать" })), Sequence("s", "x")], ""));

        names.Keys.ShouldBe(["flow", "a", "s", "x"], ignoreOrder: true);
        names["a"].ShouldBe(new ActivityReference("a", "Ждать", "a", "No.Such"));
        ActivityReference.AllOf("{").ShouldBeEmpty();
    }
}
