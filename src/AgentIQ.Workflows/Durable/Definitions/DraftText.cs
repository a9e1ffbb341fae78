using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Validation;

namespace AgentIQ.Workflows.Durable.Definitions;

/// <summary>A text that is to be stored, read once.</summary>
internal sealed record DraftText(
    string DefinitionId, string Body, string Hash, string? Name, string? Description, string? ToolVersion, bool IsSystem, string Activation, string[] TriggerNames,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    private const int MaxId = 200;

    /// <summary>The workflows that it starts.</summary>
    public IReadOnlyList<ChildUse> Children { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(d => d.Severity >= DiagnosticSeverity.Error);

    /// <param name="text">The text.</param>
    /// <param name="definitionId">Its definition.</param>
    /// <param name="compiler">Compiles it.</param>
    /// <param name="activities">Workflows that it may use as activities.</param>
    /// <exception cref="InvalidDefinitionException">It is no definition at all.</exception>
    public static DraftText Read(StorableText text, string definitionId, DefinitionCompiler compiler, IWorkflowActivities activities)
    {
        if (definitionId.Length > MaxId || definitionId.Trim().Length != definitionId.Length || definitionId.Any(char.IsControl))
        {
            throw StorableText.Refused(
                "definitionId",
                $"expected an id of at most {MaxId} characters without blanks around it or control characters, got '{(definitionId.Length > MaxId ? definitionId[..MaxId] + "…" : definitionId)}'");
        }

        var root = text.Root;
        var compiled = compiler.Compile(text.Body, new VersionIdentity(string.Empty, 1, definitionId), activities);
        if (compiled.Workflow is not { } workflow)
        {
            throw new InvalidDefinitionException("The text", compiled.Diagnostics);
        }

        string?[] columns = [workflow.Name, root.Text("description"), root.Text("toolVersion"), .. workflow.Triggers.Keys];
        return columns.FirstOrDefault(text => text?.Contains('\0', StringComparison.Ordinal) == true) is { } unstorable
            ? throw StorableText.Refused("$", $"'{unstorable.Replace("\0", "\\0", StringComparison.Ordinal)}' has a NUL character, which cannot be stored. Remove it")
            : new DraftText(
                definitionId, text.Body, text.Hash, workflow.Name, root.Text("description"), root.Text("toolVersion"), root.Flag("isSystem"), workflow.Activation.ToString(),
                [.. workflow.Triggers.Keys], compiled.Diagnostics)
            {
                Children = ChildUse.In(workflow),
            };
    }
}
