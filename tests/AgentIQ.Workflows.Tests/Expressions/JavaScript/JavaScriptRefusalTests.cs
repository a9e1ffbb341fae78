using AgentIQ.Workflows.Expressions.JavaScript;

namespace AgentIQ.Workflows.Tests.Expressions.JavaScript;

/// <summary>What is refused when a definition is saved: where, and what to write instead.</summary>
public sealed class JavaScriptRefusalTests
{
    public static TheoryData<string, int, int, string> Refused => new()
    {
        { "let a = 1;\n  a = ;", 2, 7, "unexpected ';'" },
        { "1 +", 1, 4, "the script ends here" },
        { "let s = 'abc", 1, 9, "the text is not closed" },
        { "`abc ${1", 1, 9, "expected '}'" },
        { "{ let x = 1;", 1, 13, "of line 1 is not closed" },
        { "/* open", 1, 1, "the comment is not closed" },
        { "const a = 1;\r\n\r\na = 2", 3, 1, "'a' is a const and cannot be assigned to; declare it with 'let'" },
        { "const a = 1; a++", 1, 14, "declare it with 'let'" },
        { "const [a] = [1]; for (a of [2]) ;", 1, 23, "'a' is a const" },
        { "let a = 1;\nlet a = 2", 2, 5, "'a' is declared twice here" },
        { "function f(a) { let a }", 1, 12, "'a' is declared again inside" },
        { "const a;", 1, 8, "a 'const' needs a value" },
        { "async () => 1", 1, 1, "use an activity for what takes time" },
        { "let x = await f()", 1, 9, "'async' and 'await' are not supported" },
        { "Promise.resolve(1)", 1, 1, "'Promise' is not supported" },
        { "setTimeout(() => 1, 5)", 1, 1, "use the activity Delay" },
        { "fetch('http://a')", 1, 1, "use the activity SendHttpRequest" },
        { "getConfig('x')", 1, 1, "'getConfig' is off" },
        { "function* g() {}", 1, 9, "build an array instead" },
        { "import x from 'y'", 1, 1, "a script has no modules" },
        { "export default 1", 1, 1, "a script has no modules" },
        { "10n", 1, 1, "BigInt is not supported" },
        { "class A { #p = 1 }", 1, 11, "private members" },
        { "class A { static { } }", 1, 11, "static blocks are not supported" },
        { "with (a) b", 1, 1, "'with' is not supported" },
        { "eval('1')", 1, 1, "'eval' is not supported" },
        { "new Function('1')", 1, 1, "'new Function' is not supported" },
        { "delete x", 1, 1, "assign undefined" },
        { "010", 1, 1, "write 0o17" },
        { "'\\1'", 1, 2, "octal escapes are not supported" },
        { "a ?? b || c", 1, 1, "needs brackets" },
        { "-1 ** 2", 1, 1, "write brackets" },
        { "f() = 1", 1, 1, "only a variable or a property can be assigned to" },
        { "({a = 1})", 1, 5, "a default value belongs to a pattern" },
        { "if (1) let x = 1", 1, 8, "put it in braces" },
        { "break", 1, 1, "'break' stands in a loop" },
        { "for (;;) { continue x }", 1, 12, "no loop around has the label 'x'" },
        { "super.x", 1, 1, "'super' stands in a method only" },
        { "/(/", 1, 1, "is not valid" },
        { "/a/gx", 1, 1, "the flag 'x'" },
        { "/(?i)a/", 1, 1, "unknown group" },
        { "/a\\2(b)/", 1, 1, "refers to group 2, but has 1" },
        { "return return", 1, 8, "'return' is a reserved word" },
        { "@x", 1, 1, "decorators are not supported" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Says_where_and_what_to_write_instead(string source, int line, int column, string message)
    {
        var refusal = Should.Throw<JavaScriptSyntaxException>(() => new JavaScriptCompiler().Compile(source, isBody: false));
        refusal.Message.ShouldContain(message);
        (refusal.Line, refusal.Column).ShouldBe((line, column));
    }

    public static TheoryData<string> TooDeep => [.. new[] { "(", "[", "{", "!", "`${", "a=>", "x[", "if(1)" }.Select(s => string.Concat(Enumerable.Repeat(s, 20_000))), "1" + string.Concat(Enumerable.Repeat("+1", 50_000)), "a" + string.Concat(Enumerable.Repeat(".a", 50_000)), "1?" + string.Concat(Enumerable.Repeat("1?", 20_000))];

    [Theory]
    [MemberData(nameof(TooDeep))]
    public void Deep_sources_are_refused(string source) =>
        Should.Throw<JavaScriptSyntaxException>(() => new JavaScriptCompiler().Compile(source, isBody: false)).Message.ShouldContain("nested too deeply");

    [Fact]
    public void Long_sources_are_refused() =>
        Should.Throw<JavaScriptSyntaxException>(() => new JavaScriptCompiler().Compile(new string('x', 200_001), isBody: false)).Message.ShouldContain("at most 200000");
}
