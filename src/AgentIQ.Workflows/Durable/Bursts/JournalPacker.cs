using System.Buffers;
using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// Packs the journal of a burst, with what the execution records need, into one JSON array. An entry is
/// <c>[sequence, execution, parent, node, event, milliseconds since the first entry, details?]</c>, the first element of all is the time
/// of the first entry. Details: inputs <c>i</c> of a start, outcomes <c>o</c> and outputs <c>r</c> of a completion, message <c>m</c> of a fault.
/// </summary>
internal static class JournalPacker
{
    /// <summary>A longer input or output is cut in the journal: it is for reading, the value itself lives in the state.</summary>
    private const int MaxText = 2000;

    public static byte[] Pack(List<JournalEntry> entries)
    {
        var buffer = new ArrayBufferWriter<byte>(128 + (entries.Count * 48));
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WorkflowJson.Options.Encoder, SkipValidation = true });
        var first = entries[0].At;
        writer.WriteStartArray();
        writer.WriteStringValue(first);
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
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    public static IEnumerable<JournalRecord> Unpack(string journal, CompiledWorkflow workflow)
    {
        using var document = JsonDocument.Parse(journal);
        var first = document.RootElement[0].GetDateTimeOffset();
        foreach (var entry in document.RootElement.EnumerateArray().Skip(1))
        {
            var node = workflow.Nodes[entry[3].GetInt32()];
            var details = entry.GetArrayLength() > 6 ? entry[6] : default;
            yield return new JournalRecord(
                entry[0].GetInt32(), entry[1].GetInt32(), node.Id, node.NodeId, ((JournalEvent)entry[4].GetInt32()).ToString(), first.AddMilliseconds(entry[5].GetInt64()),
                details.Get("o") is { } outcomes ? [.. outcomes.EnumerateArray().Select(o => o.GetString()!)] : null, details.Text("m"));
        }
    }

    private static void Details(Utf8JsonWriter writer, JournalEntry entry)
    {
        switch (entry.Event)
        {
            case JournalEvent.Started when entry.Execution.Inputs is { Length: > 0 } inputs:
                writer.WriteStartObject();
                writer.WriteStartObject("i");
                for (var i = 0; i < inputs.Length; i++)
                {
                    var input = entry.Execution.Node.Inputs[i].Input;
                    if (input.Declaration is { IsSensitive: false, IsWrapped: true })
                    {
                        Value(writer, input.Name, inputs[i]);
                    }
                }

                writer.WriteEndObject();
                writer.WriteEndObject();
                break;
            case JournalEvent.Completed:
                writer.WriteStartObject();
                writer.WriteStartArray("o");
                foreach (var outcome in entry.Outcomes ?? [])
                {
                    writer.WriteStringValue(outcome);
                }

                writer.WriteEndArray();
                if (entry.Outputs is { } outputs)
                {
                    writer.WriteStartObject("r");
                    for (var i = 0; i < outputs.Length; i++)
                    {
                        Value(writer, entry.Execution.Node.Descriptor.Outputs[i].Name, outputs[i]);
                    }

                    writer.WriteEndObject();
                }

                writer.WriteEndObject();
                break;
            case JournalEvent.Faulted:
                writer.WriteStartObject();
                writer.WriteString("m", entry.Message);
                writer.WriteEndObject();
                break;
        }
    }

    private static void Value(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        if (value is null or bool or int or long or double or decimal)
        {
            PlainValue.Write(writer, value);
            return;
        }

        var text = ValueConverter.Text(value);
        if (text.Length > MaxText)
        {
            writer.WriteStringValue(string.Concat(text.AsSpan(0, MaxText), "…"));
        }
        else
        {
            PlainValue.Write(writer, value);
        }
    }
}
