using AgentIQ.Interactions;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Decisions;

namespace AgentIQ.Orchestration.Routing;

/// <summary>
/// Asks the <c>routing</c> policy who gets an interaction. A person whom it names gets it; of a role that it names, the one with the least open
/// work. Nobody there, or a person who does not answer customers here any more: it waits in the common queue.
/// </summary>
public sealed class Router(InteractionFacts interactionFacts, InteractionQueries queries, UserStore users, IPolicies policies, IDecisionLog decisions)
{
    /// <summary>The name of the policy set, and of the stage under which its decisions are recorded.</summary>
    public const string PolicySet = "routing";

    /// <summary>Decides, and records the decision.</summary>
    /// <returns>Who gets it; null: the common queue.</returns>
    public async Task<Guid?> RouteAsync(TenantScope scope, Interaction interaction, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var facts = await interactionFacts.OfAsync(scope, interaction, now, cancellationToken);
        var decision = policies.Current(scope.TenantId, PolicySet).Evaluate(facts);
        await decisions.AppendAsync(scope, decision, interaction.Id, PolicySet, now, cancellationToken);

        var team = await users.ListAsync(scope, cancellationToken);
        var candidates = Candidates(decision.Outputs, team);
        if (candidates.Count < 2)
        {
            return candidates.SingleOrDefault()?.Id;
        }

        var open = await queries.OpenWorkAsync(scope, [.. candidates.Select(member => member.Id)], cancellationToken);
        return candidates.MinBy(member => open.GetValueOrDefault(member.Id))!.Id;
    }

    /// <summary>Everybody whom a decision could mean, in the team's order.</summary>
    internal static IReadOnlyList<TeamMember> Candidates(DecisionOutputs decided, IReadOnlyList<TeamMember> team)
    {
        if (decided.Text("person") is { } person)
        {
            return [.. team.Where(member => member.Role != TeamRole.Analyst
                && (string.Equals(member.Email, person.Trim(), StringComparison.OrdinalIgnoreCase) || member.Id.ToString() == person.Trim()))];
        }

        var role = decided.Text("assign_to");
        return role is null or "queue" ? [] : [.. team.Where(member => EnumText<TeamRole>.Of(member.Role) == role)];
    }
}
