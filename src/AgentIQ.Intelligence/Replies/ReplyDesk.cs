using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Postgres;
using AgentIQ.Workflows;

namespace AgentIQ.Intelligence.Replies;

/// <summary>
/// Where a reply is given, by a person or by the auto-action policy: one way for both. It looks whether a reply is
/// possible, passes the reply gate, writes the reply and wakes the workflow, all in the caller's transaction. Sending
/// is the workflow's business.
/// </summary>
public sealed class ReplyDesk(
    InteractionStore interactions,
    InteractionEvents events,
    DraftStore drafts,
    ReplyStore replies,
    IReplyGate gate,
    IWorkflows workflows,
    TimeProvider time)
{
    /// <summary>Gives a reply.</summary>
    /// <exception cref="InteractionNotFoundException">This seller has no such interaction.</exception>
    public async Task<ReplySubmission> SubmitAsync(TenantScope scope, ReplyRequest request, CancellationToken cancellationToken)
    {
        var interaction = await interactions.LockAsync(scope, request.InteractionId, cancellationToken);
        if (!interaction.IsOpen)
        {
            return new ReplySubmission.NotOpen();
        }

        if (interaction.ReplyState is ReplyState.Approved or ReplyState.Sending or ReplyState.Moderation)
        {
            return new ReplySubmission.OnItsWay();
        }

        if (request.SeenRevision < interaction.ContentRevision)
        {
            return new ReplySubmission.Stale();
        }

        var actor = request.Approver.Kind == ReplyApproverKind.Person ? Actors.User(request.Approver.Id) : Actors.System;
        var now = time.GetUtcNow();
        var result = await gate.CheckAsync(scope, new ReplyProposal(interaction.Id, request.Text.Trim(), request.Approver), cancellationToken);
        if (result is ReplyGateResult.Blocked blocked)
        {
            await events.AppendAsync(
                scope,
                interaction.Id,
                InteractionEventTypes.ReplyBlocked,
                actor,
                now,
                new { Violations = blocked.Violations.Select(violation => violation.Type).Distinct() },
                cancellationToken);
            return new ReplySubmission.Blocked(blocked.Violations, blocked.Warnings);
        }

        var passed = (ReplyGateResult.Passed)result;
        Reply reply;
        try
        {
            reply = await replies.ApproveAsync(scope, passed.Reply, cancellationToken);
        }
        catch (ReplyUnderWayException)
        {
            return new ReplySubmission.OnItsWay();
        }

        var draft = await drafts.LatestAsync(scope, interaction.Id, cancellationToken);
        var approved = await interactions.UpdateAsync(
            scope,
            interaction.Id,
            current => StateMachine.Apply(current, Trigger.Reply, now) with
            {
                ReplyState = ReplyState.Approved,
                AssigneeId = current.AssigneeId ?? (request.Approver.Kind == ReplyApproverKind.Person ? request.Approver.Id : null),
            },
            cancellationToken);
        await events.AppendAsync(
            scope,
            interaction.Id,
            InteractionEventTypes.ReplyApproved,
            actor,
            now,
            new { ReplyId = reply.Id, Outcome = ReplyOutcome.Of(draft?.Text, request.Text) },
            cancellationToken);
        var wake = new Stimulus(LifecycleStimuli.ReplyApproved, InteractionCorrelation.Of(interaction.Id)) { Sandbox = interaction.IsSandbox };
        await workflows.SignalAsync(scope, wake, cancellationToken);
        return new ReplySubmission.Approved(approved, reply.Id);
    }
}
