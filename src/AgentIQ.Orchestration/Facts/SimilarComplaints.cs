using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Orchestration.Facts;

/// <summary>
/// What the fact <c>similar_complaints_7d</c> counts: complaints about one product that say the same, the interaction itself included. How many are
/// too many, and what then happens, say the rules.
/// </summary>
public sealed class SimilarComplaints(InteractionQueries queries)
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    private static readonly string[] Complaints = ["defect_not_working", "wrong_item", "quality_complaint"];

    /// <summary>How many; 0 when the interaction is no complaint, null when its product or its intent is not known.</summary>
    public async Task<long?> CountAsync(TenantScope scope, Interaction interaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (interaction.ProductId is null || interaction.Intent is null)
        {
            return null;
        }

        return Complaints.Contains(interaction.Intent)
            ? 1L + await queries.CountSimilarAsync(scope, interaction, now - Window, cancellationToken)
            : 0;
    }
}
