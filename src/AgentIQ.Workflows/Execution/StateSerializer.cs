using System.Buffers;
using System.Globalization;
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
        var isCut = instance.Scheduled.Count > 0;
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            writer.WriteNumber("executions", instance.LastExecution);
            writer.WriteNumber("bookmarks", instance.LastBookmark);
            writer.WriteNumber("sequence", instance.Sequence);
            if (instance.FlowchartMode == FlowchartMode.Token)
            {
                writer.WriteBoolean("tokens", value: true);
            }

            if (instance.RootCompleted)
            {
                writer.WriteBoolean("rootCompleted", value: true);
            }

            Parent(writer, instance);
            if (instance.HttpRequestId is { } request)
            {
                writer.WriteString("request", request);
            }

            Map(writer, "input", instance.Input);
            Map(writer, "output", instance.Output);
            Variables(writer, instance.Variables, isCut);
            if (instance.Outcomes is not null)
            {
                List(writer, "outcomes", instance.Outcomes, writer.WriteStringValue);
            }

            List(writer, "running", WithEndedScopes(instance), e => Execution(writer, e, isCut));
            List(writer, "waiting", instance.Bookmarks, b => Bookmark(writer, b));
            List(writer, "effects", instance.Effects, e => Effect(writer, e));
            List(writer, "incidents", instance.Incidents, i => JsonSerializer.Serialize(writer, IncidentState.Of(i), WorkflowJson.Options));
            List(writer, "scheduled", instance.Scheduled, w => Scheduled(writer, w));
            if (isCut)
            {
                Transient(writer, instance);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Parent(Utf8JsonWriter writer, WorkflowInstance instance)
    {
        if (instance.ParentInstanceId is not { } parent)
        {
            return;
        }

        writer.WriteStartObject("parent");
        writer.WriteString("id", parent);
        writer.WriteNumber("depth", instance.Depth);
        if (instance.ParentStimulus is { } stimulus)
        {
            writer.WriteString("stimulus", stimulus);
        }

        if (instance.ParentIncidentId is { } incident)
        {
            writer.WriteString("incident", incident);
        }

        writer.WriteEndObject();
    }

    private static void Execution(Utf8JsonWriter writer, ActivityExecution execution, bool isCut)
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

        if (execution.Status is ExecutionStatus.Completed or ExecutionStatus.Canceled)
        {
            writer.WriteBoolean(execution.Status == ExecutionStatus.Canceled ? "cancelled" : "ended", value: true);
        }

        if (execution.IsBreaking)
        {
            writer.WriteBoolean("breaking", value: true);
        }

        if (execution is { Inputs: { } inputs, Node.Descriptor.Kind: ActivityKind.Wait or ActivityKind.Effect })
        {
            Inputs(writer, execution.Node, inputs);
        }

        Variables(writer, execution.Variables, isCut);
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

    /// <summary>A secret is not kept over a wait: where it is needed again it is evaluated again. What is no expression is in the definition.</summary>
    private static void Inputs(Utf8JsonWriter writer, Node node, object?[] inputs)
    {
        if (inputs.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("inputs");
        for (var i = 0; i < inputs.Length; i++)
        {
            PlainValue.Write(writer, node.Inputs[i].Input.Declaration is { IsSensitive: false, IsWrapped: true } ? inputs[i] : null);
        }

        writer.WriteEndArray();
    }

    private static void Variables(Utf8JsonWriter writer, List<Variable>? variables, bool isCut)
    {
        if (variables is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject("variables");
        foreach (var variable in variables)
        {
            if (variable.Definition is { } definition && (definition.IsStored || isCut))
            {
                writer.WritePropertyName(definition.Id);
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
        if (work.Variables is not null || work.State is not null)
        {
            writer.WriteStartObject();
            Variables(writer, work.Variables, isCut: true);
            if (work.State is { } state)
            {
                writer.WritePropertyName("state");
                state.Write(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>With the containers that have ended around something that still waits or is still scheduled: their variables can still be read.</summary>
    private static List<ActivityExecution> WithEndedScopes(WorkflowInstance instance)
    {
        var ended = new HashSet<ActivityExecution>();
        foreach (var execution in instance.Executions)
        {
            AddEnded(execution.Parent);
        }

        foreach (var work in instance.Scheduled)
        {
            AddEnded(work.Parent);
        }

        return ended.Count == 0 ? instance.Executions : [.. ended.Concat(instance.Executions).OrderBy(e => e.Number)];

        void AddEnded(ActivityExecution? scope)
        {
            for (; scope is not null; scope = scope.Parent)
            {
                if (scope.Status is ExecutionStatus.Completed or ExecutionStatus.Canceled)
                {
                    ended.Add(scope);
                }
            }
        }
    }

    /// <summary>What lives only until the instance waits, and so is kept only when the burst was cut.</summary>
    private static void Transient(Utf8JsonWriter writer, WorkflowInstance instance)
    {
        if (instance.Trigger is { } trigger)
        {
            writer.WriteNumber("triggerNode", trigger.Node.Index);
            writer.WritePropertyName("trigger");
            JsonSerializer.Serialize(writer, trigger.Stimulus, WorkflowJson.Options);
        }

        if (instance.ActivityOutputs is { } outputs)
        {
            writer.WriteStartObject("outputs");
            foreach (var (node, values) in outputs)
            {
                writer.WritePropertyName(node.Index.ToString(CultureInfo.InvariantCulture));
                writer.WriteStartArray();
                foreach (var value in values)
                {
                    PlainValue.Write(writer, value);
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
            writer.WritePropertyName("lastResult");
            PlainValue.Write(writer, instance.LastResult);
        }
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
