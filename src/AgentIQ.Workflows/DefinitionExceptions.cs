namespace AgentIQ.Workflows;

/// <summary>Somebody else changed the definition after the text that a save is based on was read. Nothing was saved.</summary>
/// <param name="name">The definition's name.</param>
/// <param name="edit">The last change of somebody else.</param>
public sealed class DefinitionConflictException(string name, DefinitionEdit edit)
    : Exception($"'{name}' was {edit.Kind.ToString().ToLowerInvariant()} by {edit.Author} at {edit.ChangedAt:u} after you opened it. Load it again and repeat your change; nothing of theirs was overwritten.")
{
    /// <summary>The definition's name.</summary>
    public string Name { get; } = name;

    /// <summary>The last change of somebody else.</summary>
    public DefinitionEdit Edit { get; } = edit;
}

/// <summary>The definition or the version does not exist, or not for this tenant.</summary>
/// <param name="message">What was looked for.</param>
public sealed class DefinitionNotFoundException(string message) : Exception(message);

/// <summary>What was asked cannot be done with this definition as it is.</summary>
/// <param name="message">Why, and what to do instead.</param>
public sealed class DefinitionRefusedException(string message) : Exception(message);
