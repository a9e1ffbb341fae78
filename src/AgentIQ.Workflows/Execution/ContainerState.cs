using System.Text.Json;

namespace AgentIQ.Workflows.Execution;

/// <summary>What a container remembers between its children. Written as JSON numbers and values into the instance's state.</summary>
internal abstract record ContainerState
{
    /// <summary>Writes one JSON value.</summary>
    public abstract void Write(Utf8JsonWriter writer);
}
