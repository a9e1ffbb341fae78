using System.Text.Json;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>Reads what a <see cref="ContainerState"/> wrote.</summary>
internal readonly struct StateReader(JsonElement state)
{
    /// <summary>False: the state is an object.</summary>
    public bool IsList => state.ValueKind == JsonValueKind.Array;

    /// <summary>A property of the state.</summary>
    public StateReader Of(string name) => new(state.GetProperty(name));

    public int Number() => state.GetInt32();

    public long[] LongNumbers() => [.. state.EnumerateArray().Select(n => n.GetInt64())];

    public int[] Numbers() => [.. state.EnumerateArray().Select(n => n.GetInt32())];

    public Dictionary<string, object?> Map(string name) =>
        state.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => PlainValue.FromElement(p.Value));

    public object?[] Values() => [.. state.EnumerateArray().Select(PlainValue.FromElement)];
}
