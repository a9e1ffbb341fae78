using AgentIQ.Interactions;
using AgentIQ.Orchestration.Routing;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;

namespace AgentIQ.Orchestration.Assignment;

/// <summary>Gives interactions to people and takes them back.</summary>
public sealed class Assignments(InteractionStore interactions, InteractionEvents events, UserStore users, Router router)
{
    /// <summary>Gives an interaction to a person, or to nobody when <paramref name="assigneeId"/> is null.</summary>
    /// <exception cref="UnknownAssigneeException">The person is not in this seller's team.</exception>
    /// <exception cref="InvalidTransitionException">Its state does not allow that, because it is resolved or closed.</exception>
    public async Task<Interaction> AssignAsync(
        TenantScope scope, Guid interactionId, Guid? assigneeId, string actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (assigneeId is { } userId && await users.FindActiveAsync(scope, userId, cancellationToken) is null)
        {
            throw new UnknownAssigneeException(userId);
        }

        var before = await interactions.GetAsync(scope, interactionId, cancellationToken);
        if (before.AssigneeId == assigneeId)
        {
            return before;
        }

        var trigger = assigneeId is null ? Trigger.Unassign : Trigger.Assign;
        var after = await interactions.UpdateAsync(
            scope,
            interactionId,
            current => StateMachine.Apply(current, trigger, now) with { AssigneeId = assigneeId },
            cancellationToken);
        await events.AppendAsync(
            scope, interactionId, InteractionEventTypes.Assigned, actor, now, new { AssigneeId = assigneeId }, cancellationToken);
        return after;
    }

    /// <summary>
    /// Gives an interaction that nobody has to the wanted person, or, where nobody is wanted or that person does not answer customers here
    /// any more, to whom the <c>routing</c> policy says.
    /// </summary>
    public async Task AssignByWorkflowAsync(TenantScope scope, Guid interactionId, Guid? wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var interaction = await interactions.GetAsync(scope, interactionId, cancellationToken);
        if (interaction.AssigneeId is not null)
        {
            return;
        }

        var answers = wanted is { } person && await users.FindActiveAsync(scope, person, cancellationToken) is { Member.Role: not TeamRole.Analyst };
        if ((answers ? wanted : await router.RouteAsync(scope, interaction, now, cancellationToken)) is { } assignee)
        {
            await AssignAsync(scope, interactionId, assignee, Actors.System, now, cancellationToken);
        }
    }
}
