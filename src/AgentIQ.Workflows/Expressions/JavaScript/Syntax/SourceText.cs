namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>An author's script, with the way from offsets to lines and columns.</summary>
internal sealed class SourceText(string text)
{
    public string Text { get; } = text;

    public static bool IsLineEnd(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>Line and column, both from 1.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < offset && i < Text.Length; i++)
        {
            if (IsLineEnd(Text[i]) && !(Text[i] == '\r' && i + 1 < Text.Length && Text[i + 1] == '\n'))
            {
                line++;
                start = i + 1;
            }
        }

        return (line, offset - start + 1);
    }

    public JavaScriptSyntaxException Error(int offset, string message)
    {
        var (line, column) = Locate(offset);
        return new JavaScriptSyntaxException(message, line, column);
    }
}
