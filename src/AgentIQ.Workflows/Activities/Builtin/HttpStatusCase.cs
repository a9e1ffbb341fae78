using System.Text.Json;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>A status code and what is to be done when it comes.</summary>
internal sealed record HttpStatusCase(int StatusCode, JsonElement? Activity)
{
    public bool HasActivity => Activity is { } activity && activity.IsActivity();
}
