using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Activities;

/// <summary>What a waiting activity sees and may do.</summary>
public sealed class WaitContext : StepContext
{
    internal WaitContext(Burst burst, ActivityExecution execution)
        : base(burst, execution)
    {
    }

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

    /// <summary>Leaves a bookmark that a time alone meets. A time that has passed is met at once, in a burst of its own.</summary>
    /// <param name="due">Business time.</param>
    /// <param name="name">How <see cref="Stimulus.Name"/> calls it. Default "Due".</param>
    public void WaitUntil(DateTimeOffset due, string name = "Due") => Add(name, due, isEvent: false);

    private void Add(string name, DateTimeOffset? due, bool isEvent)
    {
        Added++;
        Burst.AddBookmark(Execution, name, due, isEvent);
    }
}
