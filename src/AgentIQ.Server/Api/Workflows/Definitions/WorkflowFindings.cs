namespace AgentIQ.Server.Api.Workflows.Definitions;

/// <summary>What checking the latest version found.</summary>
/// <param name="Errors">How many forbid publishing.</param>
/// <param name="Warnings">How many somebody should look at.</param>
/// <param name="Findings">Errors first, else in the order of the definition.</param>
public sealed record WorkflowFindings(int Errors, int Warnings, IReadOnlyList<WorkflowFinding> Findings);

/// <summary>One finding.</summary>
/// <param name="Severity">Whether it forbids publishing.</param>
/// <param name="ActivityId">The activity, or null when it is about the definition itself.</param>
/// <param name="ActivityName">What people call the activity, or null.</param>
/// <param name="Path">Where it stands in the definition's JSON.</param>
/// <param name="Message">What is wrong and what was expected.</param>
/// <param name="Line">1-based line of the script, or null.</param>
/// <param name="Column">1-based column in that line, or null.</param>
public sealed record WorkflowFinding(
    FindingSeverity Severity, string? ActivityId, string? ActivityName, string Path, string Message, int? Line, int? Column);

/// <summary>How bad a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Publishing is refused.</summary>
    Error,

    /// <summary>It runs, but probably not as meant.</summary>
    Warning,
}
