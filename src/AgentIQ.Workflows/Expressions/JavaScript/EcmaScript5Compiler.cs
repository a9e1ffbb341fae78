using Jint.Parser;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>
/// Accepts ECMAScript 5 and refuses newer syntax by name. The interpreter would parse <c>let</c> and <c>const</c> too,
/// but silently as <c>var</c>, so a closure in a loop would see another value than its author wrote.
/// </summary>
internal sealed class EcmaScript5Compiler : IJavaScriptCompiler
{
    public CompiledScript Compile(string source, bool isBody)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = isBody ? $"(function () {{ {source}\n}})()" : source;
        var parser = new JavaScriptParser();
        try
        {
            var program = parser.Parse(text, new ParserOptions { Tokens = true });
            foreach (var token in program.Tokens)
            {
                if (token.Type == Tokens.Keyword && token.Value as string is "let" or "const")
                {
                    throw Error(source, isBody, token.Location.Start.Line, token.Location.Start.Column + 1, $"'{token.Value}' is not supported in this version: write 'var'");
                }
            }

            return new CompiledScript(source, program);
        }
        catch (ParserException e)
        {
            throw Error(source, isBody, e.LineNumber, e.Column, Explain(source, e.Description));
        }
    }

    private static string Explain(string source, string description) => source switch
    {
        _ when source.Contains("=>", StringComparison.Ordinal) => $"{description}; arrow functions are not supported in this version: write 'function (x) {{ return … }}'",
        _ when source.Contains('`') => $"{description}; template literals are not supported in this version: write 'a' + b",
        _ when source.Contains("?.", StringComparison.Ordinal) || source.Contains("??", StringComparison.Ordinal) => $"{description}; '?.' and '??' are not supported in this version: write a && a.b, a || b",
        _ => description,
    };

    private static JavaScriptSyntaxException Error(string source, bool isBody, int line, int column, string message)
    {
        const int prefix = 15;
        var onFirstLine = isBody && line == 1 && !string.IsNullOrEmpty(source);
        return new JavaScriptSyntaxException(message, line, Math.Max(1, onFirstLine ? column - prefix : column));
    }
}
