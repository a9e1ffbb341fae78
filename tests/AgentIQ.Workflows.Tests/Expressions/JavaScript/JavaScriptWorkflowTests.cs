using System.Text.Json.Nodes;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Expressions.JavaScript;

/// <summary>What scripts see of their workflow, and what comes back from them.</summary>
public sealed class JavaScriptWorkflowTests
{
    private static readonly object[] Variables = [Variable("n", "Int32", "7"), Variable("list", "JSON", "[1,2,3]"), Variable("Order", "JSON", """{"id":5,"lines":[{"sum":10},{"sum":2.5}]}""")];

    [Theory]
    [InlineData("`n=${variables.n}, ${getN()}, ${getVariable('n')}`", "n=7, 7, 7")]
    [InlineData("setN(9); variables.n", "9")]
    [InlineData("const { id, lines } = variables.Order; `${id}: ${lines.reduce((s, l) => s + l.sum, 0)}`", "5: 12.5")]
    [InlineData("getWho().name + getInput('who').name", "VeraVera")]
    [InlineData("Object.keys(variables).sort().join()", "Order,list,n")]
    [InlineData("'n' in variables && !('zzz' in variables)", "True")]
    [InlineData("({ ...variables }).n", "7")]
    [InlineData("variables.n += 1; variables.n++; variables.n", "9")]
    [InlineData("[getWorkflowDefinitionId(), getWorkflowDefinitionVersion(), getCorrelationId()].join()", "test,1,corr")]
    [InlineData("setCorrelationId('c2'); setWorkflowInstanceName('имя'); getCorrelationId() + getWorkflowInstanceName()", "c2имя")]
    [InlineData("newGuid().length + newGuidString().length + ' ' + newShortGuid().length + ' ' + parseGuid('{7E9A4B0C-1111-4222-8333-444455556666}')", "72 22 7e9a4b0c-1111-4222-8333-444455556666")]
    [InlineData("stringFromBase64(stringToBase64('привет')) + bytesToString(bytesFromString('я')) + bytesToBase64([1, 2, 3]) + bytesFromBase64('AQID').join()", "приветяAQID1,2,3")]
    [InlineData("[isNullOrEmpty(null), isNullOrEmpty(''), isNullOrEmpty(' '), isNullOrWhiteSpace(' ')].join()", "true,true,false,true")]
    [InlineData("toJson({ a: undefined, б: [1.5, null] }) + parseJson('{\"a\":[1]}').a[0]", "{\"б\":[1.5,null]}1")]
    [InlineData("if (variables.n > 5) { return 'big' }\nreturn 'small'", "big")]
    [InlineData("let x = 2.50; x", "2.5")]
    [InlineData("10 / 2", "5")]
    [InlineData("new Date(0)", "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData("({ a: 1, b: undefined, c: new Map([['k', 2]]), d: new Set([3]), e: () => 1, f: NaN })", "{\"a\":1,\"b\":null,\"c\":{\"k\":2},\"d\":[3],\"f\":null}")]
    [InlineData("typeof getOutputFrom('none')", "object")]
    public async Task Sees(string script, string expected)
    {
        var run = await new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script(script)))], "", variables: Variables)).StartAsync(new { who = new { name = "Vera" } }, "corr");
        run.Incidents.Select(i => i.Cause ?? i.Message).ShouldBeEmpty();
        run.Lines.ShouldBe([expected]);
    }

    [Theory]
    [InlineData("let a = 1;\nlet b = null;\n  b.name", "line 3, column 5: TypeError: Cannot read 'name' of null")]
    [InlineData("\r\nreview.text", "line 2, column 1: ReferenceError: review is not defined")]
    [InlineData("variables.Order.missing.deep", "line 1, column 25: TypeError: Cannot read 'deep' of undefined")]
    [InlineData("const f = x => x.y.z;\nf({})", "line 1, column 20: TypeError: Cannot read 'z' of undefined")]
    [InlineData("variables.list.foo()", "TypeError: variables.list.foo is not a function")]
    [InlineData("throw new Error('нет цены')", "line 1, column 1: Error: нет цены")]
    [InlineData("throw { code: 5 }", "the script threw an object")]
    [InlineData("a; let a = 1", "line 1, column 1: ReferenceError: Cannot access 'a' before its declaration")]
    [InlineData("delete variables.n", "cannot be deleted; set it to null")]
    [InlineData("variables.n = 'many'", "Variable 'n'")]
    public async Task Errors_say_where_in_the_authors_source(string script, string message)
    {
        var run = await new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script(script)))], "", variables: Variables)).StartAsync();
        (run.Incidents.Single().Details ?? string.Empty).ShouldContain(message);
    }

    [Theory]
    [InlineData("setOutcome('Hot')", "hot", null)]
    [InlineData("setOutcomes(['Hot', 'Cold']); 5", "hot cold", "5")]
    [InlineData("const total = variables.list.reduce((a, b) => a + b, 0); total", "done", "6")]
    [InlineData("return { sum: variables.n * 2 }", "done", "{\"sum\":14}")]
    [InlineData("", "done", null)]
    [InlineData("undefined", "done", null)]
    public async Task RunJavaScript_takes_the_ways_that_it_names(string script, string ways, string? result)
    {
        var node = Of("r", "Elsa.RunJavaScript", ("script", Literal(script)), ("possibleOutcomes", Expression("Object", "[\"Hot\",\"Cold\"]")), ("result", new { typeName = "Object", memoryReference = new { id = "out" } }));
        var run = await new InMemory(Define.Flow([node, "hot", "cold", "done"], "r.Hot>hot r.Cold>cold r>done", variables: [.. Variables, Variable("out", "Object", "before")])).StartAsync();
        run.Incidents.Select(i => i.Cause ?? i.Message).ShouldBeEmpty();
        run.Lines.ShouldBe(ways.Split(' '));
        AgentIQ.Workflows.Expressions.ValueConverter.Text(run.Variable("out")).ShouldBe(result ?? "before");
    }

    [Fact]
    public async Task Many_threads_share_a_compiled_script()
    {
        var definition = Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("let s = 0; for (const x of variables.list) { const f = () => x * variables.n; s += f() } `${s} ${getInput('i')}`")))], "", variables: Variables);
        await System.Threading.Tasks.Parallel.ForAsync(0, 200, async (i, _) =>
        {
            var run = await new InMemory(definition).StartAsync(new { i });
            run.Lines.ShouldBe([$"42 {i}"]);
        });
    }
}
