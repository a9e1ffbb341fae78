using System.Buffers;
using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Execution;

/// <summary>
/// Writes an instance's state as compact JSON, format 1. Activities are named by their index in the version's graph, which never changes;
/// what is empty is left out, so that an instance at one bookmark takes about 150 bytes plus its variables.
/// </summary>
internal static class StateSerializer
{
    private const int Format = 1;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = WorkflowJson.Options.Encoder, SkipValidation = true };

    public static byte[] Write(WorkflowInstance instance)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteNumber("executions", instance.LastExecution);
            writer.WriteNumber("bookmarks", instance.LastBookmark);
            writer.WriteNumber("sequence", instance.Sequence);
            if (instance.RootCompleted)
            {
                writer.WriteBoolean("rootCompleted", value: true);
            }

            Map(writer, "input", instance.Input);
            Map(writer, "output", instance.Output);
            Variables(writer, instance.Variables);
            if (instance.Outcomes is not null)
            {
                List(writer, "outcomes", instance.Outcomes, writer.WriteStringValue);
            }

            List(writer, "running", instance.Executions, e => Execution(writer, e));
            List(writer, "waiting", instance.Bookmarks, b => Bookmark(writer, b));
            List(writer, "effects", instance.Effects, e => Effect(writer, e));
            List(writer, "incidents", instance.Incidents, i => JsonSerializer.Serialize(writer, IncidentState.Of(i), WorkflowJson.Options));
            List(writer, "scheduled", instance.Scheduled, w => Scheduled(writer, w));
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Execution(Utf8JsonWriter writer, ActivityExecution execution)
    {
        writer.WriteStartObject();
        writer.WriteNumber("n", execution.Number);
        writer.WriteNumber("node", execution.Node.Index);
        if (execution.Parent is { } parent)
        {
            writer.WriteNumber("in", parent.Number);
        }

        if (execution.Status == ExecutionStatus.Faulted)
        {
            writer.WriteBoolean("faulted", value: true);
        }

        if (execution is { Inputs: { } inputs, Node.Descriptor.Kind: ActivityKind.Wait or ActivityKind.Effect })
        {
            List(writer, "inputs", inputs, value => PlainValue.Write(writer, value));
        }

        Variables(writer, execution.Variables);
        if (execution.State is { } state)
        {
            writer.WritePropertyName("state");
            state.Write(writer);
        }

        if (execution.Undelivered is { } undelivered)
        {
            writer.WritePropertyName("undelivered");
            JsonSerializer.Serialize(writer, undelivered, WorkflowJson.Options);
        }

        writer.WriteEndObject();
    }

    private static void Variables(Utf8JsonWriter writer, List<Variable>? variables)
    {
        if (variables is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject("variables");
        foreach (var variable in variables)
        {
            if (variable.Definition is { IsStored: true })
            {
                writer.WritePropertyName(variable.Definition.Id);
                PlainValue.Write(writer, variable.Value);
            }
        }

        writer.WriteEndObject();
        if (variables.Exists(v => v.Definition is null))
        {
            writer.WriteStartObject("made");
            foreach (var variable in variables.Where(v => v.Definition is null))
            {
                writer.WritePropertyName(variable.Name);
                PlainValue.Write(writer, variable.Value);
            }

            writer.WriteEndObject();
        }
    }

    private static void Bookmark(Utf8JsonWriter writer, Bookmark bookmark)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(bookmark.Number);
        writer.WriteNumberValue(bookmark.Execution.Number);
        writer.WriteStringValue(bookmark.Name);
        writer.WriteNumberValue(bookmark.IsEvent ? 1 : 0);
        if (bookmark.Due is { } due)
        {
            writer.WriteStringValue(due);
        }

        writer.WriteEndArray();
    }

    private static void Effect(Utf8JsonWriter writer, PendingEffect effect)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(effect.Id);
        writer.WriteNumberValue(effect.Execution.Number);
        writer.WriteEndArray();
    }

    private static void Scheduled(Utf8JsonWriter writer, ScheduledWork work)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(work.Node.Index);
        writer.WriteNumberValue(work.Parent?.Number ?? 0);
        writer.WriteEndArray();
    }

    private static void Map(Utf8JsonWriter writer, string name, Dictionary<string, object?> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            PlainValue.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }
}
