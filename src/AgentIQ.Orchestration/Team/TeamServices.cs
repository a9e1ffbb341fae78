using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Orchestration.Team;

/// <summary>Registers what the team folder offers.</summary>
public static class TeamServices
{
    /// <summary>Adds <see cref="UserStore"/>. Needs a <see cref="AgentIQ.Postgres.Database"/>, an id source and a <see cref="TimeProvider"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddTeam(this IServiceCollection services) => services.AddSingleton<UserStore>();
}
