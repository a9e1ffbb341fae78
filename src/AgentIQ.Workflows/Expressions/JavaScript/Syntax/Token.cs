namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

internal enum TokenKind
{
    End,
    Name,
    Punctuator,
    Number,
    Text,
    Template,
}

/// <param name="Kind">Which kind.</param>
/// <param name="Text">The name, the punctuator, or the value of a text.</param>
/// <param name="Start">Offset of the first character.</param>
/// <param name="End">Offset behind the last character.</param>
/// <param name="AfterNewline">A line ends between the token before and this one, so a semicolon may be missing there.</param>
/// <param name="Number">The value of a number.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Start, int End, bool AfterNewline, double Number = 0)
{
    public bool Is(string punctuator) => Kind == TokenKind.Punctuator && Text == punctuator;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}
