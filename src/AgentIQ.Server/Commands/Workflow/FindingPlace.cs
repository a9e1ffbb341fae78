using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Server.Commands.Workflow;

/// <summary>Says where in a file a finding is.</summary>
internal static class FindingPlace
{
    /// <summary>One line for people: <c>file:12:7: error: root.activities[2].text: what is wrong</c>.</summary>
    public static string Describe(string file, string text, Diagnostic finding)
    {
        var place = Of(text, finding) is { } found ? $":{found.Line}:{found.Column}" : "";
        return $"{file}{place}: {(finding.Severity == DiagnosticSeverity.Warning ? "warning" : "error")}: {finding.Path}: {finding.Message}";
    }

    /// <summary>Line and column of the value that the finding's path names, or of the nearest one around it; both count from 1.</summary>
    public static (int Line, int Column)? Of(string text, Diagnostic finding) => JsonPlaces.In(text).Find(finding.Path);
}
