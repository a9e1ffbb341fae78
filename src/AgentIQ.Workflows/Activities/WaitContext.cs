using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities;

/// <summary>What a waiting activity sees and may do.</summary>
public sealed class WaitContext : StepContext
{
    private readonly Bookmark? _met;

    /// <param name="burst">The burst.</param>
    /// <param name="execution">The activity's execution.</param>
    /// <param name="met">The bookmark that was met and ends with this call; null when it begins.</param>
    internal WaitContext(Burst burst, ActivityExecution execution, Bookmark? met = null)
        : base(burst, execution) => _met = met;

    /// <summary>Number of bookmarks that the activity added in this call.</summary>
    internal int Added { get; private set; }

    /// <summary>Leaves a bookmark for an event of this instance's correlation.</summary>
    /// <param name="name">Name of the stimulus; compared exactly.</param>
    /// <param name="due">Business time after which it is met with <see cref="Stimulus.IsDue"/>; null: it waits for ever.</param>
    public void WaitFor(string name, DateTimeOffset? due = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Add(name, due, isEvent: true);
    }

    /// <summary>
    /// Leaves a bookmark that a time alone meets. A time that has passed is met at once, in a burst of its own. There is one of a name:
    /// called again, also when the activity is resumed, it moves to the new time.
    /// </summary>
    /// <param name="due">Business time.</param>
    /// <param name="name">How <see cref="Stimulus.Name"/> calls it. Default "Due".</param>
    public void WaitUntil(DateTimeOffset due, string name = "Due")
    {
        var armed = Burst.Instance.Bookmarks.Find(b => b.Execution == Execution && !b.IsEvent && b.Name == name && b != _met);
        if (armed is not null && armed.Due == due)
        {
            Added++;
            return;
        }

        if (armed is not null)
        {
            Burst.Instance.Bookmarks.Remove(armed);
        }

        Add(name, due, isEvent: false);
    }

    private void Add(string name, DateTimeOffset? due, bool isEvent)
    {
        Added++;
        Burst.AddBookmark(Execution, name, due, isEvent);
    }
}
