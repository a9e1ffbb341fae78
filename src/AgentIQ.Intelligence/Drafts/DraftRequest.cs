using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Rules.Compilation;

namespace AgentIQ.Intelligence.Drafts;

/// <summary>Everything that a draft is made from.</summary>
/// <param name="Situation">Channel, customer's text, intent, flags and rating; its reply text is not read.</param>
/// <param name="Policy">The guardrails in force.</param>
/// <param name="Templates">The seller's templates.</param>
public sealed record DraftRequest(ReplyCheckRequest Situation, CompiledRuleSet Policy, IReadOnlyList<ReplyTemplate> Templates)
{
    /// <summary>The customer's name as the marketplace shows it.</summary>
    public string? CustomerName { get; init; }

    /// <summary>Decides which of several texts is taken: the interaction's id, so that the same interaction gets the same.</summary>
    public Guid Variation { get; init; }

    /// <summary>The template of the draft before, which a new draft should not repeat.</summary>
    public string? PreviousTemplate { get; init; }

    /// <summary>The template that a workflow's author chose; null or empty: none.</summary>
    public string? WantedTemplate { get; init; }
}
