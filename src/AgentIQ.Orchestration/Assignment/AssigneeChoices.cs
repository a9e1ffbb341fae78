using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Orchestration.Assignment;

/// <summary>Whom the designer offers for <see cref="Assign"/>: everybody of the team who answers customers.</summary>
internal sealed class AssigneeChoices(UserStore users) : IActivityChoices
{
    public const string Assignees = "assignees";

    public string Name => Assignees;

    public async Task<IReadOnlyList<Choice>> ListAsync(TenantScope scope, string language, CancellationToken ct) =>
    [
        new(string.Empty, language == "ru" ? "(по правилам распределения)" : "(as the routing rules say)"),
        .. (await users.ListAsync(scope, ct)).Where(user => user.Role != TeamRole.Analyst).Select(user => new Choice(user.Id.ToString(), $"{user.Name}, {user.Email}")),
    ];
}
