using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>
/// Which activity of one version is which of another: as a person said; else the same place, else the same id, else the only one left of the same
/// type and name. The type must be the same in any case: what waits or has failed goes on with the same class.
/// </summary>
internal sealed class NodeMap
{
    private readonly Node?[] _targets;
    private readonly string?[] _hints;
    private readonly Dictionary<Node, Node> _taken = [];

    private NodeMap(CompiledWorkflow from, CompiledWorkflow to)
    {
        From = from;
        To = to;
        _targets = new Node?[from.Nodes.Length];
        _hints = new string?[from.Nodes.Length];
    }

    public CompiledWorkflow From { get; }

    public CompiledWorkflow To { get; }

    /// <summary>The counterpart; null: none.</summary>
    public Node? this[Node from] => _targets[from.Index];

    /// <summary>Why there is none.</summary>
    public string? WhyNot(Node from) => _hints[from.Index];

    /// <summary>The node that a target's node was; null: it is new.</summary>
    public Node? SourceOf(Node to) => _taken.GetValueOrDefault(to);

    /// <exception cref="DefinitionRefusedException">The mapping names activities that do not exist, or one target twice.</exception>
    public static NodeMap Between(CompiledWorkflow from, CompiledWorkflow to, IReadOnlyDictionary<string, string> given)
    {
        var map = new NodeMap(from, to);
        map.TakeGiven(given);
        map.Match((a, b) => a.NodeId == b.NodeId);
        map.Match((a, b) => a.Parent is null && b.Parent is null);
        map.MatchUnique(n => n.Id);
        map.MatchUnique(n => (n.Descriptor.TypeName, n.Name));
        map.Explain();
        return map;
    }

    private static bool AreAlike(Node a, Node b) => a.Descriptor.TypeName == b.Descriptor.TypeName && a.Descriptor.Kind == b.Descriptor.Kind;

    private void TakeGiven(IReadOnlyDictionary<string, string> given)
    {
        foreach (var (source, target) in given)
        {
            var a = From.FindById(source) ?? From.FindByNodeId(source);
            var b = To.FindById(target) ?? To.FindByNodeId(target)
                ?? throw new DefinitionRefusedException($"The mapping sends '{source}' to '{target}', but version {To.Version} has no activity '{target}'.");
            if (a is null)
            {
                continue; // Another version among those that are moved may have it.
            }

            if (!AreAlike(a, b))
            {
                throw new DefinitionRefusedException($"The mapping sends '{source}' ({a.Descriptor.TypeName}) to '{target}' ({b.Descriptor.TypeName}); only activities of one type can stand for each other.");
            }

            if (!Take(a, b))
            {
                throw new DefinitionRefusedException($"The mapping sends two activities to '{target}'.");
            }
        }
    }

    private void Match(Func<Node, Node, bool> fits)
    {
        foreach (var a in Left())
        {
            if (Array.Find(To.Nodes, b => !_taken.ContainsKey(b) && fits(a, b) && AreAlike(a, b)) is { } b)
            {
                Take(a, b);
            }
        }
    }

    private void MatchUnique<TKey>(Func<Node, TKey> key)
    {
        var targets = To.Nodes.Where(b => !_taken.ContainsKey(b)).ToLookup(key);
        foreach (var group in Left().GroupBy(key).Where(g => g.Count() == 1).ToList())
        {
            if (targets[group.Key].ToList() is [var b] && AreAlike(group.First(), b))
            {
                Take(group.First(), b);
            }
        }
    }

    private List<Node> Left() => From.Nodes.Where(n => _targets[n.Index] is null).ToList();

    private bool Take(Node a, Node b)
    {
        if (!_taken.TryAdd(b, a))
        {
            return false;
        }

        _targets[a.Index] = b;
        return true;
    }

    private void Explain()
    {
        foreach (var node in Left())
        {
            var other = Array.Find(To.Nodes, b => b.Id == node.Id && !AreAlike(node, b));
            _hints[node.Index] = other is null
                ? $"'{node.Id}' ({node.Descriptor.TypeName}) is not in version {To.Version}"
                : $"'{node.Id}' is a {other.Descriptor.TypeName} in version {To.Version}, no {node.Descriptor.TypeName}";
        }
    }
}
