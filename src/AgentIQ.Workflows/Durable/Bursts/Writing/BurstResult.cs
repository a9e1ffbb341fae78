using AgentIQ.Postgres;
using AgentIQ.Workflows.Execution;
using Npgsql;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>
/// A burst's result, serialised. Made before anything of it joins the batch, so that a result that cannot be written fails alone.
/// </summary>
/// <param name="Loaded">The instance.</param>
/// <param name="Burst">What ran.</param>
/// <param name="State">Its state.</param>
/// <param name="Journal">Its packed journal; null: nothing happened.</param>
/// <param name="Statements">What is not written for many bursts at once: effects, incidents, stimuli that it sends.</param>
internal sealed record BurstResult(LoadedInstance Loaded, Burst Burst, byte[] State, byte[]? Journal, NpgsqlBatch Statements)
{
    /// <summary>The burst's own result, and those of the instances that it began, and that they began.</summary>
    public static List<BurstResult> Of(LoadedInstance loaded, Burst burst, WorkflowClient client, IIdSource ids)
    {
        var results = new List<BurstResult>(1);
        Collect(loaded, burst);
        return results;

        void Collect(LoadedInstance about, Burst from)
        {
            results.Add(Serialise(about, from, client, ids));
            foreach (var child in from.Children)
            {
                Collect(new LoadedInstance(row: null, child.Instance), child);
            }
        }
    }

    private static BurstResult Serialise(LoadedInstance loaded, Burst burst, WorkflowClient client, IIdSource ids)
    {
        var statements = new NpgsqlBatch();
        EffectStatements.Add(statements, loaded.Instance, burst, ids);
        IncidentStatements.Add(statements, loaded.Instance, burst);
        client.AddFamily(statements, burst);
        foreach (var signal in burst.Signals)
        {
            client.AddSignal(statements, loaded.Instance.TenantId, signal.From(loaded.Instance), burst.Now);
        }

        return new BurstResult(loaded, burst, StateSerializer.Write(loaded.Instance), burst.Journal.Count > 0 ? JournalPacker.Pack(loaded.Instance.Workflow, burst.Journal) : null, statements);
    }
}
