using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;

namespace AgentIQ.Server.Api.Policies;

/// <summary>Who saved and published versions: written as the actor of an event, read as the person of the team.</summary>
internal sealed class PolicyAuthors(UserStore users)
{
    private const string Person = "user:";

    /// <summary>How an author is written.</summary>
    public static string Of(Guid userId) => Actors.User(userId);

    /// <summary>Names authors; a person who left the team keeps the id, and whatever else was written is shown as it is.</summary>
    public async Task<Func<string, PolicyAuthorView>> NamesAsync(TenantScope scope, CancellationToken ct)
    {
        var people = (await users.ListAsync(scope, ct)).ToDictionary(member => member.Id, member => member.Name);
        return author => author.StartsWith(Person, StringComparison.Ordinal) && Guid.TryParse(author.AsSpan(Person.Length), out var id)
            ? new PolicyAuthorView(id, people.GetValueOrDefault(id) ?? author)
            : new PolicyAuthorView(Id: null, author);
    }
}

/// <summary>Who saved a version.</summary>
/// <param name="Id">The person of the team; null for somebody or something else.</param>
/// <param name="Name">The name to show.</param>
public sealed record PolicyAuthorView(Guid? Id, string Name);
