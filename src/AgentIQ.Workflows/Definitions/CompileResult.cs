namespace AgentIQ.Workflows.Definitions;

/// <summary>What the compiler made of a definition.</summary>
/// <param name="Workflow">Null when it is not a definition at all. With errors it runs as far as it can: what is wrong faults its activity.</param>
/// <param name="Diagnostics">Everything found.</param>
internal sealed record CompileResult(CompiledWorkflow? Workflow, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity >= DiagnosticSeverity.Error);

    /// <exception cref="InvalidDefinitionException">There are errors.</exception>
    public CompiledWorkflow OrThrow(string source) => Workflow is null || HasErrors ? throw new InvalidDefinitionException(source, Diagnostics) : Workflow;
}
