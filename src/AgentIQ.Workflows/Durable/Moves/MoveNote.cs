using System.Text;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>The line that a move leaves in an instance's journal, packed as <see cref="Bursts.JournalPacker"/> does.</summary>
internal static class MoveNote
{
    public static byte[] Pack(WorkflowInstance instance, CompiledWorkflow from, DateTimeOffset now)
    {
        var to = instance.Workflow;
        var outermost = instance.Executions.Count > 0 ? instance.Executions[0].Number : 0;
        var entry = new JsonArray(
            instance.Sequence, outermost, 0, to.Root.Index, (int)JournalEvent.Moved, 0,
            new JsonObject { ["m"] = $"Moved from version {from.Version} to version {to.Version}." });
        return Encoding.UTF8.GetBytes(new JsonArray(now, to.VersionId, entry).ToJsonString(WorkflowJson.Options));
    }

    /// <summary>The state with the note counted.</summary>
    public static byte[] Counted(byte[] state, int sequence)
    {
        var document = JsonNode.Parse(state)!.AsObject();
        document["sequence"] = sequence;
        return Encoding.UTF8.GetBytes(document.ToJsonString(WorkflowJson.Options));
    }
}
