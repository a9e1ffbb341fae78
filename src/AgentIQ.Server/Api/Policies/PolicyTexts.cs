using AgentIQ.Rules.Facts;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies;

/// <summary>The engine's texts in the caller's language.</summary>
internal static class PolicyTexts
{
    public static string In(this LocalizedText text, Language language) => language is Language.En ? text.En : text.Ru;
}
