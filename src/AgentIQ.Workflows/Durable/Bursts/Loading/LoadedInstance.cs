using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Durable.Bursts;

/// <summary>An instance as it stands in the database, and as the burst changes it.</summary>
/// <param name="row">How it was read; null: it was begun inside the burst and stands nowhere yet.</param>
/// <param name="instance">Its state, which the burst changes.</param>
internal sealed class LoadedInstance(InstanceRow? row, WorkflowInstance instance)
{
    public InstanceRow? Row { get; } = row;

    public WorkflowInstance Instance { get; } = instance;

    /// <summary>Where its work runs.</summary>
    public Lane Lane { get; } = row is null ? Lane.Of(instance.CorrelationId ?? instance.Id.ToString()) : Lane.Of(row.Lane);

    /// <summary>The bookmarks that stand in the table.</summary>
    public Dictionary<int, Bookmark> Published { get; } = row is null ? [] : Live(instance);

    /// <summary>Bookmarks that a stimulus or a time can meet: none while the instance has ended or the activity has faulted.</summary>
    public static Dictionary<int, Bookmark> Live(WorkflowInstance instance)
    {
        var live = new Dictionary<int, Bookmark>();
        if (instance.Status != WorkflowStatus.Finished)
        {
            foreach (var bookmark in instance.Bookmarks)
            {
                if (bookmark.Execution.Status == ExecutionStatus.Running)
                {
                    live.Add(bookmark.Number, bookmark);
                }
            }
        }

        return live;
    }
}
