using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>Reads the situation of a reply from the interaction that it answers.</summary>
public sealed class ReplySituations(InteractionContents contents, ReplyStore replies, TimeProvider time)
{
    /// <summary>The request for a check of <paramref name="text"/> as the reply to an interaction.</summary>
    /// <param name="scope">The seller's transaction.</param>
    /// <param name="interaction">What is answered.</param>
    /// <param name="text">The reply; empty when there is none yet.</param>
    /// <param name="moment">When the check happens.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <exception cref="InteractionNotFoundException">This seller has no such interaction.</exception>
    public async Task<ReplyCheckRequest> OfAsync(TenantScope scope, Interaction interaction, string text, CheckMoment moment, CancellationToken cancellationToken)
    {
        var content = await contents.GetAsync(scope, interaction.Id, cancellationToken);
        return new ReplyCheckRequest(text, EnumText<Channel>.Of(interaction.Key.Channel), CustomerTextOf(content))
        {
            Marketplace = interaction.Key.Marketplace,
            Intent = interaction.Intent,
            Flags = interaction.Intent is null ? null : interaction.Flags,
            Rating = interaction.Rating,
            Moment = moment,
            SameReplyAge = text.Length > 0 && await replies.SameTextAtAsync(scope, text, interaction.Id, cancellationToken) is { } last ? time.GetUtcNow() - last : null,
        };
    }

    private static string CustomerTextOf(InteractionContent content) =>
        string.Join("\n\n", new[] { content.Text, content.Pros, content.Cons }.Where(part => part.Length > 0));
}
