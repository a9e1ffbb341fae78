using AgentIQ.Rules.Sets;

namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>Saves a text as a new draft.</summary>
/// <param name="Document">The set as JSON text; kept exactly as it is.</param>
/// <param name="Note">What was changed and why, or null.</param>
public sealed record SavePolicyRequest(string Document, string? Note = null);

/// <summary>Says what a version is for.</summary>
/// <param name="State">What it is for.</param>
/// <param name="EffectiveFrom">From when; null or a past moment: from now on.</param>
/// <param name="EffectiveTo">Until when, not included; null for no end.</param>
/// <param name="Note">Why, or null.</param>
/// <param name="SeenActive">The version in force that the caller saw; when another one is in force by now, nothing is done.</param>
public sealed record PublishPolicyRequest(
    PolicyState State, DateTimeOffset? EffectiveFrom = null, DateTimeOffset? EffectiveTo = null, string? Note = null, string? SeenActive = null);

/// <summary>Brings the platform's version back.</summary>
/// <param name="Note">Why, or null.</param>
public sealed record PlatformPolicyRequest(string? Note = null);
