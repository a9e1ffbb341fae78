using AgentIQ.Interactions;
using AgentIQ.Orchestration.Escalation;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Lifecycle;

/// <summary>
/// Waits until there is something to do: an approved reply, an edit by the customer, an answer given in the
/// marketplace's cabinet, other escalation rules, or the moment at which the escalation rules speak up. It looks at the interaction when it begins and whenever it is
/// woken, and lets itself be woken at every moment at which those rules may come to another answer.
/// </summary>
[Activity("AgentIQ.WaitForReply", Category = "Orchestration", DisplayName = "Wait for a reply", Description = "Waits until something happens. Replied: a person approved a reply. CustomerWrote: the customer added something. AnsweredOutside: somebody answered in the marketplace's own pages. Late: the escalation rules say that it waits too long.")]
[Outcome("Replied")]
[Outcome("CustomerWrote")]
[Outcome("AnsweredOutside")]
[Outcome("Late")]
public sealed class WaitForReply(InteractionStore interactions, InteractionContents contents, EscalationWatch escalation) : WaitActivity
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

        if (stimulus?.Name == LifecycleStimuli.EscalationChanged)
        {
            await escalation.CatchUpAsync(stimulus.Read<string>(), ct);
        }

        var next = await escalation.NextAsync(context.Scope, interaction, context.Now, ct);
        if (next <= context.Now)
        {
            context.Complete("Late");
            return;
        }

        if (stimulus is null)
        {
            context.WaitFor(LifecycleStimuli.ReplyApproved);
            context.WaitFor(LifecycleStimuli.CustomerWrote);
            context.WaitFor(LifecycleStimuli.AnswerSeen);
            context.WaitFor(LifecycleStimuli.EscalationChanged);
        }

        if (next is { } due)
        {
            context.WaitUntil(due);
        }
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
