using System.CommandLine.Parsing;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands;

/// <summary>Reads <c>web,worker,sync</c>.</summary>
internal static class RoleList
{
    public static HostRoles Parse(ArgumentResult result)
    {
        var roles = HostRoles.None;
        foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            switch (word)
            {
                case "web":
                    roles |= HostRoles.Web;
                    break;
                case "worker":
                    roles |= HostRoles.Worker;
                    break;
                case "sync":
                    roles |= HostRoles.Sync;
                    break;
                default:
                    result.AddError($"--roles: '{word}' is no role. Expected web, worker or sync, several with commas.");
                    return HostRoles.None;
            }
        }

        if (roles is HostRoles.None)
        {
            result.AddError("--roles: expected web, worker or sync, several with commas.");
        }

        return roles;
    }
}
