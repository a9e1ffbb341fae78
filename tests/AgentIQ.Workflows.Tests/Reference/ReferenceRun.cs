using System.Globalization;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>
/// Runs a definition the obvious way: a queue of activities, a tree of executions in memory, closures for what follows. It shares nothing
/// with the interpreter but the definition. Conditions are literals or <c>variables.NAME &lt; NUMBER</c>.
/// </summary>
internal sealed class ReferenceRun(JsonObject definition, bool usesTokens)
{
    private readonly Queue<(JsonObject Activity, ReferenceExecution? Parent)> _queue = new();
    private readonly List<ReferenceExecution> _all = [];
    private readonly Dictionary<string, int> _counts = [];
    private bool _rootCompleted;
    private bool _finished;
    private bool _completing;

    public bool UsesTokens { get; } = usesTokens;

    public List<string> Journal { get; } = [];

    public List<string> Incidents { get; } = [];

    /// <summary>What waits, in the order in which it began to.</summary>
    public List<ReferenceExecution> Waiting { get; } = [];

    public string SubStatus { get; private set; } = "Pending";

    /// <summary>Activities that began or went on.</summary>
    public int Steps { get; private set; }

    public void Start()
    {
        Schedule(definition["root"]!.AsObject(), parent: null);
        Drain();
    }

    public void Resume(ReferenceExecution waiting)
    {
        Waiting.Remove(waiting);
        Note(waiting, "Resumed");
        Complete(waiting, ["Done"]);
        Drain();
    }

    public void Cancel()
    {
        _queue.Clear();
        _all.ToList().ForEach(CancelTree);
        SubStatus = "Cancelled";
    }

    public void Schedule(JsonObject activity, ReferenceExecution? parent) => _queue.Enqueue((activity, parent));

    /// <summary>Whether anything directly inside is scheduled, runs, waits or has failed.</summary>
    public bool HasPending(ReferenceExecution container) =>
        _queue.Any(w => w.Parent == container) || Inside(container).Any();

    public bool IsPending(ReferenceExecution container, string id) =>
        _queue.Any(w => w.Parent == container && w.Activity["id"]!.GetValue<string>() == id) || Inside(container).Any(e => e.Id == id);

    public IEnumerable<ReferenceExecution> Inside(ReferenceExecution container) => _all.Where(e => e.Parent == container && e.IsAlive).ToList();

    public IEnumerable<string> ScheduledIn(ReferenceExecution container) => _queue.Where(w => w.Parent == container).Select(w => w.Activity["id"]!.GetValue<string>());

    public void Complete(ReferenceExecution execution, string[] outcomes)
    {
        if (execution.Status != ReferenceStatus.Running)
        {
            return;
        }

        execution.Status = ReferenceStatus.Completed;
        Waiting.Remove(execution);
        CancelInside(execution);
        Note(execution, "Completed");
        if (_completing)
        {
            CompleteAround(execution);
        }
        else if (execution.Parent is null)
        {
            _rootCompleted = true;
        }
        else if (execution.Parent.Status == ReferenceStatus.Running && !_finished)
        {
            Tell(execution.Parent, execution, outcomes);
        }
    }

    public void CancelTree(ReferenceExecution execution)
    {
        if (execution.IsAlive)
        {
            execution.Status = ReferenceStatus.Canceled;
            Waiting.Remove(execution);
            Note(execution, "Canceled");
            CancelInside(execution);
        }
    }

    public bool Holds(JsonNode? condition)
    {
        var value = condition!["expression"]?["value"] ?? condition["value"];
        var text = value!.ToString();
        if (text.StartsWith("variables.", StringComparison.Ordinal))
        {
            var parts = text["variables.".Length..].Split(" < ");
            return _counts.GetValueOrDefault(parts[0]) < int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        return text == "true";
    }

    private void Drain()
    {
        while (_queue.TryDequeue(out var work))
        {
            Begin(work.Activity, work.Parent);
        }

        var failed = Incidents.Count > 0 && definition["options"]?["incidentStrategyType"] is null;
        SubStatus = failed ? "Faulted" : _finished || (_rootCompleted && !_all.Exists(e => e.IsAlive)) ? "Finished" : "Suspended";
        if (SubStatus == "Suspended" && Waiting.Count == 0 && Incidents.Count == 0)
        {
            throw new InvalidOperationException("It stands still without anything to wait for.");
        }
    }

    private void Begin(JsonObject activity, ReferenceExecution? parent)
    {
        var execution = new ReferenceExecution(_all.Count, activity, parent);
        if (execution.Around.Any(a => a.Status == ReferenceStatus.Canceled))
        {
            return;
        }

        Steps++;
        _all.Add(execution);
        Note(execution, "Started");
        try
        {
            Do(execution);
        }
        catch (ReferenceFault)
        {
            Fail(execution);
        }
    }

    private void Do(ReferenceExecution execution)
    {
        switch (execution.Type)
        {
            case "Elsa.WriteLine" or "Elsa.Start" or "Elsa.FlowJoin" or "Elsa.End":
                Complete(execution, ["Done"]);
                break;
            case "Test.Plan":
                Complete(execution, [NextOfPlan(execution)]);
                break;
            case "Elsa.FlowFork":
                Complete(execution, ["A", "B"]);
                break;
            case "Test.Count":
                _counts[Text(execution, "variable")] = _counts.GetValueOrDefault(Text(execution, "variable")) + 1;
                Complete(execution, ["Done"]);
                break;
            case "Elsa.Event":
                Waiting.Add(execution);
                Note(execution, "Suspended");
                break;
            case "Elsa.Complete":
                _completing = true;
                Complete(execution, ["Done"]);
                break;
            case "Elsa.Finish":
                Finish(execution);
                break;
            case "Elsa.Break":
                Break(execution);
                Complete(execution, ["Done"]);
                break;
            default:
                ReferenceContainers.Begin(this, execution);
                break;
        }
    }

    private string NextOfPlan(ReferenceExecution execution)
    {
        var plan = Text(execution, "outcomes").Split(' ');
        var turn = _counts.GetValueOrDefault(execution.Id);
        _counts[execution.Id] = turn + 1;
        var outcome = plan[Math.Min(turn, plan.Length - 1)];
        return outcome == "!" ? throw new ReferenceFault() : outcome;
    }

    private void Finish(ReferenceExecution by)
    {
        _queue.Clear();
        Waiting.Clear();
        _finished = true;
        foreach (var other in _all.Where(e => e.IsAlive && e != by && !by.Around.Contains(e)))
        {
            other.Status = ReferenceStatus.Canceled;
        }

        Complete(by, ["Done"]);
        foreach (var around in by.Around)
        {
            around.Status = ReferenceStatus.Completed;
        }
    }

    private static void Break(ReferenceExecution at)
    {
        foreach (var around in at.Around)
        {
            var isLoop = around.Type is "Elsa.While" or "Elsa.For" or "Elsa.ForEach";
            around.IsBreaking |= isLoop || around.Type is "Elsa.Sequence" or "Elsa.Fork";
            if (isLoop)
            {
                return;
            }
        }
    }

    private void Tell(ReferenceExecution container, ReferenceExecution child, string[] outcomes)
    {
        try
        {
            container.ChildDone(child, outcomes);
        }
        catch (ReferenceDeadEnd)
        {
            Fail(child);
        }
        catch (ReferenceFault)
        {
            Fail(container);
        }
    }

    private void Fail(ReferenceExecution execution)
    {
        execution.Status = ReferenceStatus.Faulted;
        Waiting.Remove(execution);
        Incidents.Add(execution.Id);
        Note(execution, "Faulted");
    }

    private void CompleteAround(ReferenceExecution inside)
    {
        _completing = false;
        foreach (var around in inside.Around.Where(a => a.Status == ReferenceStatus.Running))
        {
            around.Status = ReferenceStatus.Completed;
            CancelInside(around);
            Note(around, "Completed");
        }

        _rootCompleted = true;
    }

    private void CancelInside(ReferenceExecution container)
    {
        foreach (var child in Inside(container))
        {
            CancelTree(child);
        }
    }

    private void Note(ReferenceExecution execution, string what) => Journal.Add($"{execution.Id}:{what}");

    private static string Text(ReferenceExecution execution, string input) => execution.Activity[input]!["expression"]!["value"]!.ToString();
}
