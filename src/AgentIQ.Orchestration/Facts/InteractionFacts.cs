using AgentIQ.Context.Links;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Clocks;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Orchestration.Facts;

/// <summary>
/// What policies may know about an interaction, under the names of the layers' <c>facts.json</c>. What is not known is left unset: a condition
/// on it is then unknown and does not match. Texts and what a draft is are added by the layer above.
/// </summary>
public sealed class InteractionFacts(IPolicies policies, LinkStore links, SimilarComplaints similar, UserStore users)
{
    /// <summary>The facts of <paramref name="interaction"/> at <paramref name="now"/>.</summary>
    public async Task<FactValues> OfAsync(TenantScope scope, Interaction interaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var strongest = (await links.ListAsync(scope, interaction.Id, cancellationToken)).FirstOrDefault();
        var team = await users.ListAsync(scope, cancellationToken);
        return Of(policies.Catalogue, interaction, strongest, now)
            .Set("similar_complaints_7d", await similar.CountAsync(scope, interaction, now, cancellationToken))
            .Set("operators_in_team", team.LongCount(member => member.Role == TeamRole.Operator))
            .Set("managers_in_team", team.LongCount(member => member.Role == TeamRole.Manager));
    }

    /// <summary>What the interaction itself and its strongest link say, without a database.</summary>
    internal static FactValues Of(FactCatalogue catalogue, Interaction interaction, Link? strongest, DateTimeOffset now)
    {
        var facts = new FactValues(catalogue, now)
            .Set("marketplace", interaction.Key.Marketplace)
            .Set("channel", EnumText<Channel>.Of(interaction.Key.Channel))
            .Set("product_id", interaction.ProductId)
            .Set("rating", (long?)interaction.Rating)
            .Set("rating_only", interaction.RatingOnly)
            .Set("intent", interaction.Intent)
            .Set("flags", interaction.Flags)
            .Set("sentiment", interaction.Sentiment)
            .Set("customer_continued", interaction.Round > 1)
            .Set("messages_from_customer", (long)interaction.MessagesFromCustomer)
            .Set("link_type", LinkPolicy.TypeOf(strongest))
            .Set("link_confidence", strongest?.Confidence)
            .Set("priority", EnumText<Priority>.Of(interaction.Priority))
            .Set("case", interaction.ServiceCase)
            .Set("escalation_level", (long)interaction.EscalationLevel);
        var clock = InteractionClock.Of(interaction);
        foreach (var fact in ClockFact.All)
        {
            fact.Set(facts, clock, now);
        }

        return facts;
    }
}
