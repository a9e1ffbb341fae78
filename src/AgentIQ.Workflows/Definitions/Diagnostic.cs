namespace AgentIQ.Workflows.Definitions;

/// <summary>How bad a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Runs, but probably not as meant.</summary>
    Warning,

    /// <summary>May be saved as a draft; publishing and importing are refused.</summary>
    Error,

    /// <summary>Not a definition that can be compiled at all.</summary>
    Fatal,
}

/// <summary>Something found in a definition.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Where: <c>root.activities[2].text</c>.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Path, string Message)
{
    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Message}";
}
