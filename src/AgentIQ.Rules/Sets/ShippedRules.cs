using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sets;

/// <summary>The sets of a folder such as <c>rules/</c>, for commands that need no database.</summary>
public sealed class ShippedRules
{
    /// <summary>Where the facts stood before each layer declared its own. A build over an older one leaves it beside the sets.</summary>
    private const string FormerFacts = "facts.json";

    private readonly Dictionary<string, CompiledRuleSet> _sets;

    private ShippedRules(FactCatalogue catalogue, Dictionary<string, CompiledRuleSet> sets) => (Catalogue, _sets) = (catalogue, sets);

    /// <summary>The facts that the sets ask about.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>The sets by name.</summary>
    public IReadOnlyDictionary<string, CompiledRuleSet> Sets => _sets;

    /// <summary>Reads every set of a folder, and runs their examples.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sources">The facts that the layers declare.</param>
    /// <exception cref="Reading.RuleSetException">A file is broken.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ShippedRules Load(string folder, params IEnumerable<IFactSource> sources)
    {
        var catalogue = FactCatalogue.Of(sources);
        Dictionary<string, CompiledRuleSet> compiled = new(StringComparer.Ordinal);
        foreach (var file in Files(folder))
        {
            var set = RuleSetCompiler.Compile(RuleSetDocument.Parse(File.ReadAllText(file), NameOf(folder, file)), catalogue);
            compiled[set.Name] = set;
        }

        return new ShippedRules(catalogue, compiled);
    }

    /// <summary>The files of the sets, by name.</summary>
    internal static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != FormerFacts).Order(StringComparer.Ordinal);

    /// <summary>How faults name a file: the folder's own name and the file's.</summary>
    internal static string NameOf(string folder, string file) =>
        $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}/{Path.GetFileName(file)}";
}
