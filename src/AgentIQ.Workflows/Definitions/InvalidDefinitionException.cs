namespace AgentIQ.Workflows.Definitions;

/// <summary>A definition was refused.</summary>
public class InvalidDefinitionException : Exception
{
    /// <summary>Names the source and everything that is wrong with it.</summary>
    /// <param name="source">File name or definition id.</param>
    /// <param name="diagnostics">What was found.</param>
    public InvalidDefinitionException(string source, IReadOnlyList<Diagnostic> diagnostics)
        : base($"{source} is not a workflow definition that can run:{string.Concat(diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Error).Select(d => $"\n  {d}"))}")
    {
        Diagnostics = diagnostics;
    }

    /// <summary>Errors and warnings.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}
