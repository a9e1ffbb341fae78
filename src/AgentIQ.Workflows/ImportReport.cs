using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows;

/// <summary>What an import did.</summary>
/// <param name="Imported">Definition ids that got a new version.</param>
/// <param name="Unchanged">Definition ids whose text is the stored one.</param>
/// <param name="Refused">Files that were refused.</param>
public sealed record ImportReport(IReadOnlyList<string> Imported, IReadOnlyList<string> Unchanged, IReadOnlyList<RefusedFile> Refused);

/// <summary>A file that is no definition that could run.</summary>
/// <param name="File">Its path.</param>
/// <param name="Diagnostics">Where and why.</param>
public sealed record RefusedFile(string File, IReadOnlyList<Diagnostic> Diagnostics);
