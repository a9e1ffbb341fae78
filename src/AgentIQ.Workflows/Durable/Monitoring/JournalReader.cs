using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Monitoring;

/// <summary>Reads what <see cref="JournalPacker"/> wrote, in the form of any release, each burst against the version that it ran on.</summary>
internal sealed class JournalReader(WorkflowCatalog catalog)
{
    private const string JournalSql = "SELECT journal FROM agentiq.workflow_bursts WHERE tenant_id = $1 AND instance_id = $2 ORDER BY id";

    /// <param name="scope">The tenant.</param>
    /// <param name="instanceId">Whose journal.</param>
    /// <param name="versionId">The instance's version; what was written before bursts named theirs ran on it.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <returns>In the order of the sequence.</returns>
    public async Task<List<UnpackedEntry>> ReadAsync(TenantScope scope, Guid instanceId, string versionId, CancellationToken ct)
    {
        var journals = new List<string>();
        await using (var command = Sql.Command(scope.Connection, JournalSql, scope.TenantId, instanceId))
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                journals.Add(reader.GetString(0));
            }
        }

        var entries = new List<UnpackedEntry>();
        foreach (var journal in journals)
        {
            using var document = JsonDocument.Parse(journal);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Array)
            {
                continue; // The record of a move to another version, which is no burst.
            }

            var ranOn = root.GetArrayLength() > 1 && root[1].ValueKind == JsonValueKind.String ? root[1].GetString()! : versionId;
            Unpack(root, await catalog.GetAsync(scope, ranOn, ct), entries);
        }

        entries.Sort(static (a, b) => a.Sequence.CompareTo(b.Sequence));
        return entries;
    }

    public static void Unpack(JsonElement journal, CompiledWorkflow workflow, List<UnpackedEntry> entries)
    {
        var first = journal[0].GetDateTimeOffset();
        foreach (var entry in journal.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Array)
            {
                continue; // The head: time and version.
            }

            var details = entry.GetArrayLength() > 6 ? entry[6] : default;
            var what = (JournalEvent)entry[4].GetInt32();
            entries.Add(new UnpackedEntry(
                entry[0].GetInt32(), entry[1].GetInt32(), entry[2].GetInt32(), workflow.Nodes[entry[3].GetInt32()], what, first.AddMilliseconds(entry[5].GetInt64()))
            {
                Inputs = Values(details, "i"),
                Outcomes = details.Get("o") is { } outcomes ? [.. outcomes.EnumerateArray().Select(o => o.GetString()!)] : what == JournalEvent.Completed ? OutcomeNames.JustDone : null,
                Outputs = Values(details, "r"),
                Message = details.Text("m"),
            });
        }
    }

    private static Dictionary<string, JsonElement>? Values(JsonElement details, string group) =>
        details.Get(group)?.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.Clone());
}

/// <summary>One entry of a journal, read back.</summary>
internal sealed record UnpackedEntry(int Sequence, int Execution, int Parent, Node Node, JournalEvent Event, DateTimeOffset At)
{
    public Dictionary<string, JsonElement>? Inputs { get; init; }

    public string[]? Outcomes { get; init; }

    public Dictionary<string, JsonElement>? Outputs { get; init; }

    public string? Message { get; init; }
}
