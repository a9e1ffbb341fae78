using AgentIQ.Interactions;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// Waits until there is something to do: an approved reply, an edit by the customer, an answer given in the
/// marketplace's cabinet, or a deadline. It looks at the interaction when it begins and whenever it is woken.
/// </summary>
[Activity("AgentIQ.WaitForReply", Category = "Orchestration", DisplayName = "Wait for a reply", Description = "Waits until something happens. Replied: a person approved a reply. CustomerWrote: the customer added something. AnsweredOutside: somebody answered in the marketplace's own pages. Late: a deadline passed.")]
[Outcome("Replied")]
[Outcome("CustomerWrote")]
[Outcome("AnsweredOutside")]
[Outcome("Late")]
public sealed class WaitForReply(InteractionStore interactions, InteractionContents contents) : WaitActivity
{
    /// <inheritdoc />
    protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct) => LookAsync(context, null, ct);

    /// <inheritdoc />
    protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct) =>
        LookAsync(context, stimulus, ct);

    private async ValueTask LookAsync(WaitContext context, Stimulus? stimulus, CancellationToken ct)
    {
        var interaction = await interactions.GetAsync(context.Scope, InteractionCorrelation.IdOf(context.CorrelationId), ct);
        if (interaction.ReplyState == ReplyState.Approved)
        {
            context.Complete("Replied");
            return;
        }

        if (await AnsweredOutsideAsync(context, interaction, ct))
        {
            context.Complete("AnsweredOutside");
            return;
        }

        if (stimulus?.Name == LifecycleStimuli.CustomerWrote)
        {
            context.Complete("CustomerWrote");
            return;
        }

        var next = NextDeadline(interaction);
        if (next <= context.Now)
        {
            context.Complete("Late");
            return;
        }

        if (stimulus is not null)
        {
            // What it waited for is still armed.
            return;
        }

        context.WaitFor(LifecycleStimuli.ReplyApproved);
        context.WaitFor(LifecycleStimuli.CustomerWrote);
        context.WaitFor(LifecycleStimuli.AnswerSeen);
        if (next is { } due)
        {
            context.WaitUntil(due);
        }
    }

    /// <summary>The next moment at which the escalation policy may have something to say; moments it has seen do not count.</summary>
    internal static DateTimeOffset? NextDeadline(Interaction interaction)
    {
        DateTimeOffset?[] moments = [interaction.EscalateAt, interaction.FirstResponseDue, interaction.HardDeadline];
        return moments.Where(moment => interaction.EscalationCheckedAt is null || moment > interaction.EscalationCheckedAt).Min();
    }

    private async Task<bool> AnsweredOutsideAsync(WaitContext context, Interaction interaction, CancellationToken ct)
    {
        var content = await contents.GetAsync(context.Scope, interaction.Id, ct);
        return content.Answer?.State switch
        {
            AnswerState.Published => true,

            // While one of ours was rejected, what stands under moderation may be the memory of our own.
            AnswerState.Moderation => interaction.ReplyState is not ReplyState.Rejected,
            _ => false,
        };
    }
}
