using System.Text.Json;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>Inputs and outputs of a workflow that runs as an activity.</summary>
internal sealed record WorkflowScopeState(Dictionary<string, object?> Inputs, Dictionary<string, object?> Outputs) : ContainerState
{
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Map(writer, "inputs", Inputs);
        Map(writer, "outputs", Outputs);
        writer.WriteEndObject();
    }

    private static void Map(Utf8JsonWriter writer, string name, Dictionary<string, object?> values)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            PlainValue.Write(writer, value);
        }

        writer.WriteEndObject();
    }
}
