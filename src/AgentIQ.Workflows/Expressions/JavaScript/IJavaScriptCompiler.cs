namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>
/// Turns JavaScript as authors write it into what runs soundly; called once per expression when a version is compiled.
/// </summary>
internal interface IJavaScriptCompiler
{
    /// <exception cref="JavaScriptSyntaxException">The source does not parse, or uses what cannot be run soundly.</exception>
    CompiledScript Compile(string source, bool isBody);
}

/// <summary>A script that cannot be compiled.</summary>
/// <param name="message">What is wrong and what to write instead.</param>
/// <param name="line">1-based.</param>
/// <param name="column">1-based.</param>
internal sealed class JavaScriptSyntaxException(string message, int line, int column) : Exception($"line {line}, column {column}: {message}")
{
    public int Line { get; } = line;

    public int Column { get; } = column;
}
