using System.Diagnostics;
using static AgentIQ.Workflows.Tests.Define;

namespace AgentIQ.Workflows.Tests.Expressions.JavaScript;

/// <summary>Hostile expressions end within their limit as incidents, and what runs beside or after them is not touched.</summary>
public sealed class JavaScriptHostileTests
{
    /// <summary>A script has 1 s; the rest is for a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static TheoryData<string> Stopped =>
    [
        "for (;;);",
        "[3, 2, 1].sort(() => { for (;;); })",
        "({ valueOf() { for (;;); } }) + 1",
        "try { for (;;); } catch { 'caught' } finally { for (;;); }",
        "for (const x of { [Symbol.iterator]() { return { next: () => ({ done: false }) } } });",
        "let m = new Map([[1, 1]]); m.forEach((v, k) => { m.delete(k); m.set(k + 1, 1) })",
        "Array.prototype.fill.call({ length: 1e9 }, 1)",
        "Array.from({ length: 1e9 })",
        "/^(a+)+$/.test('a'.repeat(40) + 'b')",
        "new RegExp('(a*)*$').test('a'.repeat(50) + 'b')",
        "'x'.repeat(50).replace(/(x+x+)+y/, '')",
        "let s = 'a'.repeat(28) + '!'; for (;;) /^(a|a)*$/.test(s)",
        "new Array(1e9)",
        "let a = []; a.length = 1e9; a.join()",
        "let a = []; a[4e9] = 1",
        "Array(1e6).join()",
        "'x'.repeat(1e9)",
        "'x'.padStart(1e9)",
        "let s = 'x'; for (;;) s += s",
        "let s = 'x'; for (;;) s = `${s}${s}`",
        "'a'.repeat(1e6).replace(/a/g, 'b'.repeat(1000))",
        "'a'.repeat(3e6).lastIndexOf('a'.repeat(1e6) + 'b')",
        "JSON.stringify(Array(4e5).fill('x'.repeat(1000)))",
        "let a = []; for (;;) a.push({ a: 1, b: [1, 2, 3] })",
        "let o = {}; for (let i = 0; ; i++) o['k' + i] = i",
        "let o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; for (;;) Object.getOwnPropertyNames(o)",
        "let a = Array(1e5).fill(0); for (;;) a.shift()",
        "Math.max.apply(null, { length: 1e9 })",
        "(function f() { return f() })()",
        "let o = { get x() { return this.x } }; o.x",
        "let o = { toString() { return '' + this } }; '' + o",
        "let o = { toJSON() { return JSON.stringify(this) } }; JSON.stringify(o)",
        "let f = () => { try { f() } catch (e) { f() } finally { f() } }; f()",
        "let a = {}; for (let i = 0; i < 1e5; i++) a = { a }; JSON.stringify(a)",
        "let a = []; for (let i = 0; i < 2e4; i++) a = [a]; String(a)",
        "let f = () => 1; for (let i = 0; i < 1e5; i++) f = f.bind(null); f()",
        "let o = {}; for (let i = 0; i < 1e5; i++) o = Object.create(o); o.x",
        "let C = class {}; for (let i = 0; i < 1e5; i++) C = class extends C {}; new C()",
        "let a = {}; a.a = a; a",
        "let o = { get a() { for (;;); } }; o",
        "JSON.parse('['.repeat(1e5))",
        "setVariable('V', (() => { let a = {}; for (let i = 0; i < 1e4; i++) a = { a }; return a })())",
    ];

    [Theory]
    [MemberData(nameof(Stopped))]
    public async Task Becomes_an_incident_while_another_instance_finishes(string script)
    {
        var clock = Stopwatch.StartNew();
        var hostile = Task.Run(() => new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script(script))), "z"], "w>z")).StartAsync());
        var peaceful = await new InMemory(Define.Flow([Of("w", "Elsa.WriteLine", ("text", Script("[1, 2, 3].map(x => x * 2).join()")))], "")).StartAsync();
        peaceful.Lines.ShouldBe(["2,4,6"]);
        var run = await hostile;
        clock.Elapsed.ShouldBeLessThan(Patience);
        run.Incidents.ShouldHaveSingleItem().Cause.ShouldNotBeNullOrWhiteSpace();
        run.Lines.ShouldBeEmpty();
    }

    public static TheoryData<string> Tampering =>
    [
        "Array.prototype.x = 1", "[].constructor.prototype.map = null", "Object.prototype.y = 1", "Object.setPrototypeOf(Object.prototype, { a: 1 })",
        "Object.defineProperty(Object.prototype, 'z', { value: 1 })", "Math.max = 1", "JSON.parse = null", "getVariable = 5", "Array = 5", "String.prototype.trim = () => 1",
        "Object.assign(Array.prototype, { q: 1 })", "Array.prototype.push.call(Array.prototype, 1)", "Array.prototype.length = 5", "Object.freeze(Object.prototype)",
        "delete Array.prototype.map", "Object.getPrototypeOf([]).foo = 1", "Error.prototype.name = 'x'", "TypeError.prototype.name = 'x'", "Map.prototype.get = 1", "Set.prototype.add = 1",
        "[].values().next.call.foo = 1", "Object.getPrototypeOf([].values()).next = 1", "getVariable.x = 1", "(() => 1).constructor.prototype.call = 1", "RegExp.prototype.test = 1",
        "Symbol.iterator = 'x'; Symbol.other = 1; delete Symbol.iterator", "Date.prototype.getTime = 1", "Array.prototype.splice.call(Array.prototype, 0, 0, 1)",
        "Object.preventExtensions(Array.prototype)", "delete Object.prototype.toString",
    ];

    [Theory]
    [MemberData(nameof(Tampering))]
    public void What_is_built_in_cannot_be_changed(string script)
    {
        const string probe = "[typeof [].x, [1].map(x => x + 1)[0], ({}).y, ({}).a, ({}).z, ({}).w, Math.max(1, 2), JSON.parse('1'), typeof getVariable, ' a '.trim(), [].q, [].length, Array.isArray([]), [].foo, String(new Error('m')), new Map([[1, 2]]).get(1), new Set([1]).size, [...[1].values()].length, typeof getVariable.x, /a/.test('a'), [].concat(1).length, new Date(0).getTime(), String({})]";
        const string untouched = """["undefined",2,null,null,null,null,2,1,"function","a",null,0,true,null,"Error: m",2,1,1,"undefined",true,1,0,"[object Object]"]""";
        Scripts.Result(script).ShouldBe("!TypeError");
        for (var i = 0; i < 3; i++)
        {
            Scripts.Result(probe).ShouldBe(untouched);
        }
    }

    [Fact]
    public void One_run_finds_nothing_of_another()
    {
        Scripts.Result("leftover = 5; var alsoLeft = 6; function f() {} leftover + alsoLeft").ShouldBe("11");
        for (var i = 0; i < 20; i++)
        {
            Scripts.Result("[typeof leftover, typeof alsoLeft, typeof f]").ShouldBe("""["undefined","undefined","undefined"]""");
        }

        Scripts.Result("Date.prototype.setTime.call(Date.prototype, 5)").ShouldBe("5");
        Scripts.Result("Date.prototype.getTime.call(Date.prototype)").ShouldBe("null");
    }

    [Theory]
    [InlineData("(() => {}).constructor('return 1')()")]
    [InlineData("[].map.constructor('return 1')()")]
    [InlineData("Object.getPrototypeOf(class {}).constructor('return 1')()")]
    [InlineData("getVariable.constructor('return 1')()")]
    [InlineData("new (Function.bind(null, 'return 1'))()")]
    public void No_code_is_made_from_text(string script) => Scripts.Result(script).ShouldBe("!TypeError");

    [Theory]
    [InlineData("typeof System + typeof importNamespace + typeof clr + typeof process + typeof globalThis")]
    [InlineData("typeof getVariable.GetType + typeof ({}).GetType + typeof 'x'.GetType + typeof [].GetType + typeof new Map().GetType")]
    public void Nothing_of_the_host_is_reachable(string script) => Scripts.Result(script).ShouldBe("\"undefinedundefinedundefinedundefinedundefined\"");
}
