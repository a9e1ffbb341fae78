using System.Text.Json;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>Reads what a <see cref="ContainerState"/> wrote.</summary>
internal readonly struct StateReader(JsonElement state)
{
    public int[] Numbers() => [.. state.EnumerateArray().Select(n => n.GetInt32())];

    public object?[] Values() => [.. state.EnumerateArray().Select(PlainValue.FromElement)];
}
