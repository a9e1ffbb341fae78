using AgentIQ.Interactions;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>Reads the situation of a reply from the interaction that it answers.</summary>
public static class ReplySituation
{
    /// <summary>The request for a check of <paramref name="text"/> as the reply to an interaction.</summary>
    public static ReplyCheckRequest Of(Interaction interaction, InteractionContent content, string text, CheckMoment moment) =>
        new(text, EnumText<Channel>.Of(interaction.Key.Channel), CustomerTextOf(content))
        {
            Intent = interaction.Intent,
            Flags = interaction.Intent is null ? null : interaction.Flags,
            Rating = interaction.Rating,
            Moment = moment,
        };

    private static string CustomerTextOf(InteractionContent content) =>
        string.Join("\n\n", new[] { content.Text, content.Pros, content.Cons }.Where(part => part.Length > 0));
}
