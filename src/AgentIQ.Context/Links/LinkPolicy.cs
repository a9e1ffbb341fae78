using AgentIQ.Rules;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Context.Links;

/// <summary>What a link allows, as the policy <c>auto-action</c> says: the confidence from which on it allows anything stands there.</summary>
public sealed class LinkPolicy(IPolicies policies)
{
    /// <summary>The fact <c>link_type</c> of an interaction whose strongest link is this one; null: it has none.</summary>
    public static string TypeOf(Link? strongest) => strongest is null ? "none" : "deterministic";

    /// <summary><c>auto_allowed</c> when the seller's policy would let a draft go without a person as far as the link is concerned, else <c>assist_only</c>.</summary>
    public string ModeOf(Guid sellerId, Link link)
    {
        var facts = new FactValues(policies.Catalogue).Set("link_type", TypeOf(link)).Set("link_confidence", link.Confidence);
        return policies.Current(sellerId, "auto-action").Evaluate(facts).Outputs.Text("link_mode") ?? "assist_only";
    }
}
