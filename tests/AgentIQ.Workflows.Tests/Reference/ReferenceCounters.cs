using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>A followed way leads back to what is no head of a loop.</summary>
internal sealed class ReferenceDeadEnd : Exception;

/// <summary>A flowchart that counts visits of its connections.</summary>
internal sealed class ReferenceCounters(ReferenceRun run, ReferenceExecution at)
{
    private readonly Dictionary<Link, int> _visits = [];
    private readonly Dictionary<Link, bool> _taken = [];
    private readonly Dictionary<string, int> _runs = [];
    private readonly ReferenceGraph? _graph = at.Activity["activities"]!.AsArray().Count == 0 ? null : new ReferenceGraph(at.Activity);

    private ReferenceGraph Graph => _graph!;

    public void Begin()
    {
        if (_graph is null)
        {
            run.Complete(at, ["Done"]);
            return;
        }

        at.ChildDone = Done;
        _runs[Graph.Start["id"]!.GetValue<string>()] = 1;
        run.Schedule(Graph.Start, at);
    }

    private void Done(ReferenceExecution child, string[] outcomes)
    {
        if (child.IsTerminal)
        {
            run.Complete(at, ["Done"]);
            return;
        }

        if (!Leave(child.Id, outcomes))
        {
            RunWhatWouldBeForgotten();
            if (!run.HasPending(at))
            {
                run.Complete(at, ["Done"]);
            }
        }
    }

    /// <summary>Visits every connection out of an activity. Returns whether something was scheduled.</summary>
    private bool Leave(string id, string[] outcomes)
    {
        var scheduled = false;
        foreach (var link in Graph.Out(id))
        {
            _visits[link] = _visits.GetValueOrDefault(link) + 1;
            _taken[link] = outcomes.Contains(link.Port);
            if (Graph.Forward.Contains(link))
            {
                scheduled |= Reach(link);
            }
            else if (_taken[link])
            {
                if (!Graph.IsLoop(link))
                {
                    throw new ReferenceDeadEnd();
                }

                run.Schedule(Graph.Find(link.To), at);
                scheduled = true;
            }
        }

        return scheduled;
    }

    private bool Reach(Link link)
    {
        var target = link.To;
        var mode = ModeOf(target);
        if (mode == "WaitAny" && _taken[link])
        {
            if (!IsNew(link))
            {
                return false;
            }

            Run(target);
            var upstream = run.Inside(at).Where(e => Graph.LeadsTo(e.Id, target)).ToList();
            upstream.ForEach(run.CancelTree);
            upstream.ForEach(e => Leave(e.Id, []));
            return true;
        }

        var inbound = Graph.ForwardInto(target);
        if (!inbound.TrueForAll(IsNew))
        {
            return false;
        }

        if (mode == "WaitAll" ? inbound.TrueForAll(WasTaken) : inbound.Exists(WasTaken))
        {
            Run(target);
            return true;
        }

        _runs[target] = _runs.GetValueOrDefault(target) + 1;
        return Leave(target, []);
    }

    /// <summary>An activity that something led to, and whose other ways in were all dead in an earlier round, must not be forgotten.</summary>
    private void RunWhatWouldBeForgotten()
    {
        foreach (var id in Graph.Activities.Select(a => a["id"]!.GetValue<string>()).Where(id => ModeOf(id) != "WaitAll"))
        {
            var inbound = Graph.ForwardInto(id);
            var isWanted = inbound.Exists(l => IsNew(l) && WasTaken(l)) && inbound.TrueForAll(l => IsNew(l) || !WasTaken(l));
            var canStillBeReached = run.Inside(at).Any(e => Graph.LeadsTo(e.Id, id)) || run.ScheduledIn(at).Any(s => s == id || Graph.LeadsTo(s, id));
            if (isWanted && !canStillBeReached)
            {
                Run(id);
                inbound.ForEach(l => _visits[l] = _runs[id]);
            }
        }
    }

    private void Run(string id)
    {
        _runs[id] = _runs.GetValueOrDefault(id) + 1;
        run.Schedule(Graph.Find(id), at);
    }

    private bool IsNew(Link link) => _visits.GetValueOrDefault(link) > _runs.GetValueOrDefault(link.To);

    private bool WasTaken(Link link) => _taken.GetValueOrDefault(link);

    private string ModeOf(string id) => Graph.Find(id) is var activity && activity["type"]!.GetValue<string>() == "Elsa.FlowJoin"
        ? activity["mode"]!["expression"]!["value"]!.GetValue<string>()
        : "WaitAllActive";
}
