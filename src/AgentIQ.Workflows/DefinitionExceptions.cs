namespace AgentIQ.Workflows;

/// <summary>Somebody else saved in the meantime.</summary>
/// <param name="current">The version that is the latest now.</param>
public sealed class DefinitionConflictException(DefinitionVersionSummary current)
    : Exception($"Version {current.Version} of '{current.Name ?? current.DefinitionId}' was saved by {current.UpdatedBy} at {current.UpdatedAt:u} after you opened it. Load it again and repeat your change; nothing of theirs was overwritten.")
{
    /// <summary>The version that is the latest now.</summary>
    public DefinitionVersionSummary Current { get; } = current;
}

/// <summary>The definition or the version does not exist, or not for this tenant.</summary>
/// <param name="message">What was looked for.</param>
public sealed class DefinitionNotFoundException(string message) : Exception(message);

/// <summary>What was asked cannot be done with this definition as it is.</summary>
/// <param name="message">Why, and what to do instead.</param>
public sealed class DefinitionRefusedException(string message) : Exception(message);
