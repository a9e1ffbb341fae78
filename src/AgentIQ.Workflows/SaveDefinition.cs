namespace AgentIQ.Workflows;

/// <summary>A definition to save.</summary>
/// <param name="Json">Its text. Without a <c>definitionId</c> it is a new one and gets an id.</param>
/// <param name="Author">Who saves it.</param>
public sealed record SaveDefinition(string Json, string Author)
{
    /// <summary>Whether to publish what was saved, in the same transaction. Default false.</summary>
    public bool Publish { get; init; }

    /// <summary>What the author says of the version. Null keeps what was said before.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// What the text is based on: when somebody else changed the definition after that, nothing is saved. The same author's own changes do
    /// not count. Null: the last one to save wins.
    /// </summary>
    public DefinitionRevision? BasedOn { get; init; }

    /// <summary>The definition that it becomes a version of, whatever its text says. Null: the text says.</summary>
    public string? DefinitionId { get; init; }
}

/// <summary>What a save or a publication did.</summary>
/// <param name="Version">The version as it is now.</param>
/// <param name="AlreadyPublished">Nothing had to be published: it was.</param>
/// <param name="Diagnostics">What was found in it. A draft may have errors.</param>
public sealed record SavedDefinition(DefinitionVersion Version, bool AlreadyPublished, IReadOnlyList<Definitions.Diagnostic> Diagnostics);
