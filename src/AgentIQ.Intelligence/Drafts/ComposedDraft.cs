using AgentIQ.Intelligence.Guardrails;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>A draft that was made and checked, not yet stored.</summary>
/// <param name="Text">The proposed reply.</param>
/// <param name="Source">Where it comes from: <c>template</c>, or <c>fallback</c> when no template passed the guardrails.</param>
/// <param name="TemplateId">The template's id, or null.</param>
/// <param name="Check">What the guardrails say of it.</param>
public sealed record ComposedDraft(string Text, string Source, string? TemplateId, ReplyCheckResult Check);
