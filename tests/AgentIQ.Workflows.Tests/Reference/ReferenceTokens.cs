using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>A flowchart on which tokens travel.</summary>
internal sealed class ReferenceTokens(ReferenceRun run, ReferenceExecution at)
{
    private readonly List<Link> _live = [];
    private readonly List<Link> _blocks = [];
    private readonly HashSet<Link> _used = [];
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
        run.Schedule(Graph.Start, at);
    }

    private void Done(ReferenceExecution child, string[] outcomes)
    {
        if (child.IsTerminal)
        {
            run.Complete(at, ["Done"]);
            return;
        }

        var taken = Graph.Out(child.Id).FindAll(l => outcomes.Contains(l.Port));
        _live.AddRange(taken);
        _live.RemoveAll(l => l.To == child.Id);
        taken.ForEach(Arrive);
        foreach (var used in _used.Where(l => l.To == child.Id).ToList())
        {
            _blocks.Remove(used);
            _used.Remove(used);
        }

        if (!run.HasPending(at))
        {
            RunWhatWouldBeForgotten();
        }

        if (!run.HasPending(at))
        {
            run.Complete(at, ["Done"]);
        }
    }

    private void Arrive(Link link)
    {
        var target = link.To;
        var mode = ModeOf(target);
        var inbound = Graph.ForwardInto(target);
        switch (mode)
        {
            case "Race" or "Cascade":
                First(link, mode, inbound);
                break;
            case "Merge":
                WhenComplete(target, inbound);
                break;
            case "Converge":
                WhenComplete(target, Graph.Links.FindAll(l => l.To == target));
                break;
            default:
                if (!inbound.Exists(l => _live.Exists(token => token.To == l.From)))
                {
                    Run(target);
                }

                break;
        }
    }

    private void First(Link link, string mode, List<Link> inbound)
    {
        if (mode == "Race")
        {
            foreach (var upstream in run.Inside(at).Where(e => Graph.LeadsTo(e.Id, link.To)).ToList())
            {
                run.CancelTree(upstream);
                _live.RemoveAll(l => l.From == upstream.Id || l.To == upstream.Id);
                _blocks.RemoveAll(l => l.From == upstream.Id || l.To == upstream.Id);
                _used.RemoveWhere(l => l.From == upstream.Id || l.To == upstream.Id);
            }
        }

        if (_blocks.Contains(link))
        {
            _used.Add(link);
            _live.RemoveAll(l => l == link);
        }
        else
        {
            Run(link.To);
            _blocks.AddRange(inbound.FindAll(l => l.From != link.From));
        }
    }

    private void WhenComplete(string target, List<Link> inbound)
    {
        if (inbound.Count <= 1 || (inbound.TrueForAll(_live.Contains) && !run.IsPending(at, target)))
        {
            Run(target);
        }
    }

    private void RunWhatWouldBeForgotten()
    {
        var left = _live.Select(l => l.To).Distinct().ToList();
        left.FindAll(id => ModeOf(id) is "Stream").ForEach(Run);
        if (left.Count > 0 && !run.HasPending(at))
        {
            throw new ReferenceFault();
        }
    }

    private void Run(string id) => run.Schedule(Graph.Find(id), at);

    private string ModeOf(string id)
    {
        var activity = Graph.Find(id);
        if (activity["type"]!.GetValue<string>() == "Elsa.FlowJoin")
        {
            return activity["mode"]!["expression"]!["value"]!.GetValue<string>() == "WaitAny" ? "Race" : "Merge";
        }

        return activity["customProperties"]?["mergeMode"]?.GetValue<string>() ?? "Stream";
    }
}
