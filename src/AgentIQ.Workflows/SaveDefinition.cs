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

    /// <summary>What the author believes to be the latest version: when it is another by now, nothing is saved. Null: the last one to save wins.</summary>
    public ExpectedVersion? Expected { get; init; }
}

/// <summary>A version in a certain state of its draft.</summary>
/// <param name="VersionId">The version.</param>
/// <param name="Revision">How often it had been saved; null: that does not matter.</param>
public sealed record ExpectedVersion(string VersionId, int? Revision = null);

/// <summary>What a save or a publication did.</summary>
/// <param name="Version">The version as it is now.</param>
/// <param name="AlreadyPublished">Nothing had to be published: it was.</param>
/// <param name="Diagnostics">What was found in it. A draft may have errors.</param>
public sealed record SavedDefinition(DefinitionVersion Version, bool AlreadyPublished, IReadOnlyList<Definitions.Diagnostic> Diagnostics);
