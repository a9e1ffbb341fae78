using AgentIQ.Server.Api.Policies.Checks;

namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>A version with its text.</summary>
/// <param name="Version">The version.</param>
/// <param name="Document">Its JSON text, exactly as it was saved.</param>
public sealed record PolicyDocumentView(PolicyVersionView Version, string Document);

/// <summary>What came of saving.</summary>
/// <param name="Version">The new draft.</param>
/// <param name="Check">What checking it found; an error forbids publishing but not saving.</param>
public sealed record SavedPolicyView(PolicyVersionView Version, PolicyCheckView Check);
