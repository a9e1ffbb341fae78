using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Tests.Reference;

/// <summary>A connection of a flowchart, by ids.</summary>
internal sealed record Link(string From, string Port, string To);

/// <summary>The connections of one flowchart as seen from its start. Slow and plain on purpose: every question is answered by searching.</summary>
internal sealed class ReferenceGraph
{
    public ReferenceGraph(JsonObject flowchart)
    {
        Activities = [.. flowchart["activities"]!.AsArray().Select(a => a!.AsObject())];
        var links = flowchart["connections"]!.AsArray().Select(c => new Link(Id(c!["source"]!), c["source"]!["port"]!.GetValue<string>(), Id(c["target"]!)));
        Links = [.. links.Distinct().Where(link => Exists(link.From) && Exists(link.To))];
        Start = Activities.Find(a => Type(a) == "Elsa.Start") ?? Activities.Find(a => Links.TrueForAll(l => l.To != Id(a, "id"))) ?? Activities[0];
        Forward = FindForward();

        bool Exists(string id) => Activities.Exists(a => Id(a, "id") == id);
        static string Id(JsonNode end, string name = "activity") => end[name]!.GetValue<string>();
        static string Type(JsonObject activity) => activity["type"]!.GetValue<string>();
    }

    public List<JsonObject> Activities { get; }

    public List<Link> Links { get; }

    public JsonObject Start { get; }

    /// <summary>Connections that do not lead back.</summary>
    public List<Link> Forward { get; }

    public JsonObject Find(string id) => Activities.Find(a => a["id"]!.GetValue<string>() == id)!;

    public List<Link> Out(string id) => Links.FindAll(l => l.From == id);

    public List<Link> ForwardInto(string id) => Forward.FindAll(l => l.To == id);

    /// <summary>Whether forward connections lead from one activity to another.</summary>
    public bool LeadsTo(string from, string to) => HasPath(Forward, from, to, avoiding: null);

    /// <summary>A way back is a loop when the start cannot get to where it comes from without passing where it goes to.</summary>
    public bool IsLoop(Link back)
    {
        var start = Start["id"]!.GetValue<string>();
        return back.From == back.To || start == back.To || !(start == back.From || HasPath(Forward, start, back.From, avoiding: back.To));
    }

    private List<Link> FindForward()
    {
        var forward = new List<Link>();
        var seen = new List<string> { Start["id"]!.GetValue<string>() };
        for (var i = 0; i < seen.Count; i++)
        {
            foreach (var link in Out(seen[i]).Where(l => l.To != l.From && !HasPath(forward, l.To, l.From, avoiding: null)))
            {
                forward.Add(link);
                if (!seen.Contains(link.To))
                {
                    seen.Add(link.To);
                }
            }
        }

        return forward;
    }

    private static bool HasPath(List<Link> links, string from, string to, string? avoiding)
    {
        var reached = new HashSet<string> { from };
        while (true)
        {
            var next = links.Where(l => reached.Contains(l.From) && l.To != avoiding && !reached.Contains(l.To)).Select(l => l.To).ToList();
            if (next.Count == 0)
            {
                return from != to && reached.Contains(to);
            }

            reached.UnionWith(next);
        }
    }
}
