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
    /// <summary>The activity that it is about; null: the definition itself.</summary>
    public string? ActivityId { get; init; }

    /// <summary>1-based line inside the script that <see cref="Path"/> names; null: it is about no script.</summary>
    public int? Line { get; init; }

    /// <summary>1-based column in that line.</summary>
    public int? Column { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Message}";
}
