using AgentIQ.Context.Links;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Orchestration.Facts;

/// <summary>
/// What policies may know about an interaction, under the names of <c>rules/facts.json</c>. What is not known is left
/// unset: a condition on it is then unknown and does not match. Texts and what a draft is are added by the layer above.
/// </summary>
public sealed class InteractionFacts(IPolicies policies, LinkStore links)
{
    /// <summary>The facts of <paramref name="interaction"/> at <paramref name="now"/>.</summary>
    public async Task<FactValues> OfAsync(TenantScope scope, Interaction interaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var strongest = (await links.ListAsync(scope, interaction.Id, cancellationToken)).FirstOrDefault();
        return Of(policies.Catalogue, interaction, strongest, now);
    }

    /// <summary>The same without a database, for a given strongest link.</summary>
    internal static FactValues Of(FactCatalogue catalogue, Interaction interaction, Link? strongest, DateTimeOffset now) => new FactValues(catalogue, now)
        .Set("marketplace", interaction.Key.Marketplace)
        .Set("channel", EnumText<Channel>.Of(interaction.Key.Channel))
        .Set("product_id", interaction.ProductId)
        .Set("rating", (long?)interaction.Rating)
        .Set("rating_only", interaction.RatingOnly)
        .Set("intent", interaction.Intent)
        .Set("flags", interaction.Flags)
        .Set("sentiment", interaction.Sentiment)
        .Set("customer_continued", interaction.Round > 1)
        .Set("age", now - interaction.OccurredAt)
        .Set("link_type", strongest is null ? "none" : "deterministic")
        .Set("link_confidence", strongest?.Confidence)
        .Set("priority", EnumText<Priority>.Of(interaction.Priority))
        .Set("waiting_minutes", WholeMinutes(now - interaction.ClockStart))
        .Set("minutes_past_escalate", interaction.EscalateAt is { } escalateAt ? WholeMinutes(now - escalateAt) : null)
        .Set("overdue", interaction.HardDeadline <= now)
        .Set("escalation_level", (long)interaction.EscalationLevel);

    /// <summary>Rounded down, so that a moment counts as passed only when it has: half a minute before is -1.</summary>
    private static long? WholeMinutes(TimeSpan span) => (long)Math.Floor(span.TotalMinutes);
}
