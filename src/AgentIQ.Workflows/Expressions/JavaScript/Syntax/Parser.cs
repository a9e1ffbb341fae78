using System.Runtime.CompilerServices;

namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>
/// Parses a script: ECMAScript 2022 without what cannot be run here (modules, async, generators, private members, BigInt), which is
/// refused by name. The parser is ours because acorn inside the interpreter took 3 to 30 ms for an expression; this one takes
/// microseconds and counts how deep a script is nested.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 400;

    private readonly Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _depth;

    private Parser(SourceText source)
    {
        _lexer = new Lexer(source);
        _token = _lexer.Next();
    }

    /// <exception cref="JavaScriptSyntaxException">It does not parse, or uses what is not supported.</exception>
    public static Script Parse(SourceText source)
    {
        if (source.Text.Length > JavaScriptLimits.SourceLength)
        {
            throw source.Error(0, $"the script has {source.Text.Length} characters; at most {JavaScriptLimits.SourceLength} are allowed");
        }

        var parser = new Parser(source);
        var body = new List<Node>();
        while (parser._token.Kind != TokenKind.End)
        {
            body.Add(parser.Statement(isListItem: true));
        }

        return new Script(0, [.. body]);
    }

    private Token Advance()
    {
        var token = _token;
        _lastEnd = token.End;
        _token = _lexer.Next();
        return token;
    }

    private bool Eat(string punctuator)
    {
        if (!_token.Is(punctuator))
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool EatName(string name)
    {
        if (!_token.IsName(name))
        {
            return false;
        }

        Advance();
        return true;
    }

    private void Expect(string punctuator)
    {
        if (!Eat(punctuator))
        {
            throw Unexpected($"expected '{punctuator}'");
        }
    }

    private void Semicolon()
    {
        if (!Eat(";") && !_token.Is("}") && _token.Kind != TokenKind.End && !_token.AfterNewline)
        {
            throw Unexpected("expected ';' or a new line");
        }
    }

    private JavaScriptSyntaxException Unexpected(string? expected = null)
    {
        var what = _token.Kind switch
        {
            TokenKind.End => "the script ends here",
            TokenKind.Text => "unexpected text",
            TokenKind.Number => $"unexpected number {_token.Text}",
            TokenKind.Template => "unexpected template",
            _ => $"unexpected '{_token.Text}'",
        };
        return Error(_token.Start, expected is null ? what : $"{what}; {expected}");
    }

    private JavaScriptSyntaxException Error(int offset, string message) => _lexer.Error(offset, message);

    private void Enter(int start)
    {
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error(start, "the script is nested too deeply; split it into statements");
        }
    }
}
