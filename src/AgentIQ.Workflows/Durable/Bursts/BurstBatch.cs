using AgentIQ.Workflows.Durable.Queue;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>What the bursts of one transaction share: instances, each read once.</summary>
internal sealed class BurstBatch(Dictionary<Guid, InstanceRow> rows, bool isCareful)
{
    private readonly Dictionary<Guid, LoadedInstance> _loaded = [];
    private readonly HashSet<Guid> _undone = [];

    public Dictionary<Guid, InstanceRow> Rows { get; } = rows;

    /// <summary>Whether each activity is protected by a savepoint of its own.</summary>
    public bool IsCareful { get; } = isCareful;

    public LoadedInstance? Find(Guid instanceId) => _loaded.GetValueOrDefault(instanceId);

    public void Keep(LoadedInstance loaded) => _loaded[loaded.Row.Id] = loaded;

    /// <summary>What is in memory of an instance after its burst was undone is not what is stored: its further work runs in another transaction.</summary>
    public void Undo(WorkItem item)
    {
        if (item.InstanceId is { } id)
        {
            Undo(id);
        }
    }

    public void Undo(Guid instanceId) => _undone.Add(instanceId);

    public bool IsUndone(WorkItem item) => item.InstanceId is { } id && _undone.Contains(id);

    public bool IsUndone(Guid instanceId) => _undone.Contains(instanceId);
}
