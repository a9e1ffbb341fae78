using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.InMemory;

/// <summary>An instance as it stands between two bursts.</summary>
public sealed class InMemoryInstance
{
    private readonly IServiceProvider _services;
    private readonly List<InMemoryJournalEntry> _journal = [];
    private readonly List<InMemoryIncident> _incidents = [];
    private bool _isFresh = true;

    internal InMemoryInstance(WorkflowInstance state, IServiceProvider services)
    {
        State = state;
        _services = services;
    }

    /// <summary>Its id.</summary>
    public Guid Id => State.Id;

    /// <summary>What it runs.</summary>
    public string DefinitionId => State.Workflow.DefinitionId;

    /// <summary>Whether it is a trial run.</summary>
    public bool IsSandbox => State.IsSandbox;

    /// <summary>The instance that began this one; null: none did.</summary>
    public Guid? ParentInstanceId => State.ParentInstanceId;

    /// <summary>What it is about.</summary>
    public string? CorrelationId => State.CorrelationId;

    /// <summary>What SetName called it.</summary>
    public string? Name => State.Name;

    /// <summary>Whether it can still go on.</summary>
    public WorkflowStatus Status => State.Status;

    /// <summary>Where exactly it stands.</summary>
    public WorkflowSubStatus SubStatus => State.SubStatus;

    /// <summary>What a Complete activity signalled; null: none did.</summary>
    public IReadOnlyList<string>? Outcomes => State.Outcomes;

    /// <summary>Workflow outputs by name.</summary>
    public JsonObject Output => new(State.Output.Select(o => KeyValuePair.Create(o.Key, PlainValue.ToNode(o.Value))));

    /// <summary>Values of the definition's variables by name.</summary>
    public JsonObject Variables => new(State.Variables.Where(v => v.Definition is not null).DistinctBy(v => v.Name).Select(v => KeyValuePair.Create(v.Name, PlainValue.ToNode(v.Value))));

    /// <summary>Everything that happened to its activities, in order.</summary>
    public IReadOnlyList<InMemoryJournalEntry> Journal => _journal;

    /// <summary>Everything that went wrong, resolved or not, in order.</summary>
    public IReadOnlyList<InMemoryIncident> Incidents => _incidents;

    /// <summary>What it waits for.</summary>
    public IReadOnlyList<BookmarkSummary> Bookmarks => [.. State.Bookmarks.Select(b => new BookmarkSummary(b.Name, b.Execution.Node.Id, b.Due))];

    internal WorkflowInstance State { get; private set; }

    /// <summary>The bookmarks that something can meet.</summary>
    internal IEnumerable<Bookmark> Live => State.Status == WorkflowStatus.Finished ? [] : State.Bookmarks.Where(b => b.Execution.Status == ExecutionStatus.Running);

    /// <summary>The state for the next burst: written and read again, as a store would, so that what must survive a wait does and the rest does not.</summary>
    internal WorkflowInstance Load()
    {
        if (_isFresh)
        {
            _isFresh = false;
            return State;
        }

        var copy = new WorkflowInstance(State.Id, State.TenantId, State.Workflow)
        {
            IsSandbox = State.IsSandbox,
            ParentInstanceId = State.ParentInstanceId,
            CorrelationId = State.CorrelationId,
            Name = State.Name,
            SubStatus = State.SubStatus,
        };
        StateDeserializer.Read(StateSerializer.Write(State), copy, _services);
        return State = copy;
    }

    internal void Add(Burst burst)
    {
        _isFresh = false;
        _journal.AddRange(burst.Journal.Select(e => new InMemoryJournalEntry(
            e.Execution.Node.Id, e.Event.ToString(), e.Execution.Node.Descriptor.TypeName, IsRoot: e.Execution.Parent is null, e.Outcomes, e.Message)));
        _incidents.AddRange(burst.NewIncidents.Select(i => new InMemoryIncident(i.Id, i.Node.Id, i.Message, i.Cause)));
    }

    internal void Add(InMemoryIncident incident) => _incidents.Add(incident);
}

/// <summary>One entry of an instance's journal.</summary>
/// <param name="ActivityId">The activity.</param>
/// <param name="Event">Started, Suspended, Resumed, Completed, Faulted or Canceled.</param>
/// <param name="ActivityType">The activity's type.</param>
/// <param name="IsRoot">Whether it is the definition's root.</param>
/// <param name="Outcomes">Of a completion.</param>
/// <param name="Message">Of a fault.</param>
public sealed record InMemoryJournalEntry(string ActivityId, string Event, string ActivityType, bool IsRoot, IReadOnlyList<string>? Outcomes, string? Message);

/// <summary>Something that went wrong.</summary>
/// <param name="Id">For <see cref="InMemoryWorkflows.RetryAsync"/>.</param>
/// <param name="ActivityId">The activity; null when the run as a whole was stopped.</param>
/// <param name="Message">What went wrong, for people.</param>
/// <param name="Cause">The innermost reason where it differs.</param>
public sealed record InMemoryIncident(Guid Id, string? ActivityId, string Message, string? Cause);
