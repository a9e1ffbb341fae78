using System.Buffers;
using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Packs the journal of a burst, with what the execution records need, into one JSON array. It begins with the time of the first entry
/// and the version that the instance ran on, for an instance may be moved to another and activities are named by their index. An entry is
/// <c>[sequence, execution, parent, node, event, milliseconds since the first entry, details?]</c>. Details: inputs <c>i</c> of a start,
/// outcomes <c>o</c> and outputs <c>r</c> of a completion, message <c>m</c>. What the version knows anyway is left out: constant inputs,
/// and the outcome Done. <see cref="Monitoring.JournalReader"/> reads it.
/// </summary>
internal static class JournalPacker
{
    /// <summary>A longer input or output is cut in the journal: it is for reading, the value itself lives in the state.</summary>
    private const int MaxText = 2000;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = WorkflowJson.Options.Encoder, SkipValidation = true };

    public static byte[] Pack(CompiledWorkflow workflow, List<JournalEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(128 + (entries.Count * 48));
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            var first = entries[0].At;
            writer.WriteStartArray();
            writer.WriteStringValue(first);
            writer.WriteStringValue(workflow.VersionId);
            foreach (var entry in entries)
            {
                writer.WriteStartArray();
                writer.WriteNumberValue(entry.Sequence);
                writer.WriteNumberValue(entry.Execution.Number);
                writer.WriteNumberValue(entry.Execution.Parent?.Number ?? 0);
                writer.WriteNumberValue(entry.Execution.Node.Index);
                writer.WriteNumberValue((int)entry.Event);
                writer.WriteNumberValue((long)(entry.At - first).TotalMilliseconds);
                Details(writer, entry);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }

        WorkflowTelemetry.JournalBytes.Add(buffer.WrittenCount);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Details(Utf8JsonWriter writer, JournalEntry entry)
    {
        var hasBegun = false;
        if (entry is { Event: JournalEvent.Started, Execution.Inputs: { } inputs })
        {
            Values(writer, "i", inputs, entry.Execution.Node, Input, ref hasBegun);
        }

        if (entry.Outcomes is { } outcomes and not [OutcomeNames.Done])
        {
            Begin(writer, ref hasBegun);
            writer.WriteStartArray("o");
            foreach (var outcome in outcomes)
            {
                writer.WriteStringValue(outcome);
            }

            writer.WriteEndArray();
        }

        if (entry.Outputs is { } outputs)
        {
            Values(writer, "r", outputs, entry.Execution.Node, Output, ref hasBegun);
        }

        if (entry.Message is { } message)
        {
            Begin(writer, ref hasBegun);
            writer.WriteString("m", message);
        }

        if (hasBegun)
        {
            writer.WriteEndObject();
        }
    }

    /// <summary>The input's name; null when its value is not kept.</summary>
    private static string? Input(Node node, int index)
    {
        var binding = node.Inputs[index];
        return !binding.IsConverted && binding.Input.Declaration is { IsSensitive: false, IsWrapped: true } && node.Logging.KeepsInput(index) ? binding.Input.Name : null;
    }

    private static string? Output(Node node, int index) => node.Logging.KeepsOutput(index) ? node.Descriptor.Outputs[index].Name : null;

    private static void Values(Utf8JsonWriter writer, string group, object?[] values, Node node, Func<Node, int, string?> nameOf, ref bool hasBegun)
    {
        var isOpen = false;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is not { } value || nameOf(node, i) is not { } name)
            {
                continue;
            }

            if (!isOpen)
            {
                Begin(writer, ref hasBegun);
                writer.WriteStartObject(group);
                isOpen = true;
            }

            writer.WritePropertyName(name);
            Write(writer, value);
        }

        if (isOpen)
        {
            writer.WriteEndObject();
        }
    }

    private static void Begin(Utf8JsonWriter writer, ref bool hasBegun)
    {
        if (!hasBegun)
        {
            writer.WriteStartObject();
            hasBegun = true;
        }
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        if (value is not (bool or int or long or double or decimal or Guid or DateTimeOffset or TimeSpan) && ValueConverter.Text(value) is { Length: > MaxText } text)
        {
            writer.WriteStringValue(string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MaxText - 1]) ? MaxText - 1 : MaxText), "…"));
        }
        else
        {
            PlainValue.Write(writer, value);
        }
    }
}
