using AgentIQ.Workflows.Expressions;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Expressions;

/// <summary>Conversions and helpers as elsa-studio-contract 5.5 has them.</summary>
public sealed class ConversionTests
{
    public static TheoryData<object?, Type, object?> Fits => new()
    {
        { "TRUE", typeof(bool), true },
        { 0.0, typeof(bool), false },
        { 2.0, typeof(bool), true },
        { "false", typeof(bool), false },
        { " 5 ", typeof(int), 5 },
        { 2.5, typeof(int), 2 },
        { 3.5, typeof(int), 4 },
        { "2,75", typeof(double), 275.0 },
        { "90", typeof(TimeSpan), TimeSpan.FromDays(90) },
        { "00:05:00", typeof(TimeSpan), TimeSpan.FromMinutes(5) },
        { 12.5, typeof(string), "12.5" },
        { 42.0, typeof(string), "42" },
        { true, typeof(string), "True" },
        { null, typeof(int), null },
        { "waitall", typeof(Activities.Builtin.FlowJoinMode), Activities.Builtin.FlowJoinMode.WaitAll },
    };

    [Theory]
    [MemberData(nameof(Fits))]
    public void Converts(object? value, Type type, object? expected) => ValueConverter.Convert(value, type).ShouldBe(expected);

    public static TheoryData<object, Type> DoesNotFit => new()
    {
        { "1", typeof(bool) },
        { "yes", typeof(bool) },
        { "2.0", typeof(int) },
        { 3e9, typeof(int) },
        { "soon", typeof(TimeSpan) },
        { 5, typeof(TimeSpan) },
        { "x", typeof(Guid) },
    };

    [Theory]
    [MemberData(nameof(DoesNotFit))]
    public void Refuses(object value, Type type) => Should.Throw<ConversionException>(() => ValueConverter.Convert(value, type)).Message.ShouldContain("Expected ");

    [Theory]
    [InlineData("getInput('who').name", "Vera")]
    [InlineData("getInput('none')", "")]
    [InlineData("variables.n + 1", "8")]
    [InlineData("getVariable('n') * 2", "14")]
    [InlineData("getn()", "")]
    [InlineData("getN()", "7")]
    [InlineData("(setVariable('made', 5), variables.made + 1)", "6")]
    [InlineData("getCorrelationId()", "corr")]
    [InlineData("toJson({a: [1, 'б']})", "{\"a\":[1,\"б\"]}")]
    [InlineData("isNullOrEmpty(null) + ' ' + isNullOrEmpty('x')", "true false")]
    [InlineData("({a: 1, b: [true, null]})", "{\"a\":1,\"b\":[true,null]}")]
    [InlineData("undefined", "")]
    [InlineData("stringFromBase64(stringToBase64('я'))", "я")]
    public async Task Scripts_see(string script, string expected)
    {
        var run = await new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script(script)))], "", variables: [Variable("n", "Int32", "7")]))
            .StartAsync(new { who = new { name = "Vera" } }, "corr");
        if (run.Lines.Count == 0)
        {
            expected.ShouldBe(string.Empty, run.Incidents.Single().Cause);
        }
        else
        {
            run.Lines.Single().ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("while (true) {}")]
    [InlineData("(function f() { return f(); })()")]
    public async Task Endless_scripts_are_stopped_and_become_incidents(string script)
    {
        var run = await new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script(script))), "z"], "w>z")).StartAsync();
        run.Incidents.ShouldHaveSingleItem().Cause.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_is_changed_inside_an_object_variable_is_kept_and_a_push_on_a_typed_list_is_lost()
    {
        var list = new { id = "l", name = "l", typeName = "Int32", isArray = true, value = "[1]", storageDriverTypeName = "Elsa.Workflows.WorkflowInstanceStorageDriver" };
        var run = await new InMemory(Define.Flow(
            [Of("w", "Elsa.WriteLine", ("text", Script("(variables.o.a = 2, variables.l.push(3), '')"))), Of("r", "Elsa.WriteLine", ("text", Script("variables.o.a + ' ' + variables.l.length")))],
            "w>r", variables: [Variable("o", "JSON", """{"a":1}"""), list])).StartAsync();
        run.Lines.ShouldBe(["", "2 1"]);
    }

    [Fact]
    public async Task After_a_wait_inputs_stay_and_variables_without_storage_start_anew()
    {
        var run = await new InMemory(Define.Flow(
            [Set("s1", "kept", "1"), Set("s2", "lost", "1"), Event("e", "Go"), Of("w", "Elsa.WriteLine", ("text", Script("variables.kept + ' ' + variables.lost + ' ' + getInput('i')")))],
            "s1>s2 s2>e e>w", variables: [Variable("kept", "Int32", "0"), Variable("lost", "Int32", "0", stored: false)])).StartAsync(new { i = "in" });
        await run.SignalAsync("Go");
        run.Lines.ShouldBe(["1 0 in"]);
    }
}
