using System.Text.Json;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Definitions.Text;

/// <summary>Where activities stand inside an activity: in <c>activities</c>, in embedded ports, and in the cases of a bare input.</summary>
internal static class ActivityPlaces
{
    public static IEnumerable<JsonElement> Inside(JsonElement activity, ActivityDescriptor descriptor)
    {
        if (descriptor.Kind == ActivityKind.Container)
        {
            foreach (var child in activity.List("activities").Where(c => c.IsActivity()))
            {
                yield return child;
            }
        }

        foreach (var port in descriptor.EmbeddedPorts)
        {
            if (activity.Get(JsonNameOf(port)) is { } embedded && embedded.IsActivity())
            {
                yield return embedded;
            }
        }

        foreach (var input in descriptor.Inputs.Where(i => !i.Declaration.IsWrapped))
        {
            foreach (var item in activity.List(input.JsonName))
            {
                if (item.Get("activity") is { } embedded && embedded.IsActivity())
                {
                    yield return embedded;
                }
            }
        }
    }

    public static string JsonNameOf(string port) => char.ToLowerInvariant(port[0]) + port[1..];
}
