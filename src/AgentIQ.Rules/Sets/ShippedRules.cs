using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Rules.Sets;

/// <summary>The sets of a folder such as <c>rules/</c>, for commands that need no database.</summary>
public sealed class ShippedRules
{
    /// <summary>The file that declares the shared facts.</summary>
    public const string FactsFile = "facts.json";

    private readonly Dictionary<string, CompiledRuleSet> _sets;

    private ShippedRules(FactCatalogue catalogue, Dictionary<string, CompiledRuleSet> sets) => (Catalogue, _sets) = (catalogue, sets);

    /// <summary>The facts that the sets ask about.</summary>
    public FactCatalogue Catalogue { get; }

    /// <summary>The sets by name.</summary>
    public IReadOnlyDictionary<string, CompiledRuleSet> Sets => _sets;

    /// <summary>Reads the facts and every set of a folder, and runs their examples.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="sources">What the layers add to the facts.</param>
    /// <exception cref="Reading.RuleSetException">A file is broken.</exception>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public static ShippedRules Load(string folder, params IEnumerable<IFactSource> sources)
    {
        var catalogue = LoadCatalogue(folder, sources);
        Dictionary<string, CompiledRuleSet> compiled = new(StringComparer.Ordinal);
        foreach (var file in Files(folder))
        {
            var set = RuleSetCompiler.Compile(RuleSetDocument.Parse(File.ReadAllText(file), NameOf(folder, file)), catalogue);
            compiled[set.Name] = set;
        }

        return new ShippedRules(catalogue, compiled);
    }

    /// <summary>Reads the facts of a folder.</summary>
    /// <exception cref="Reading.RuleSetException">The file is broken.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FactCatalogue LoadCatalogue(string folder, params IEnumerable<IFactSource> sources)
    {
        var file = Path.Combine(folder, FactsFile);
        return FactCatalogue.Load(File.ReadAllText(file), NameOf(folder, file)).With(sources);
    }

    /// <summary>The files of the sets, by name.</summary>
    internal static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.json").Where(file => Path.GetFileName(file) != FactsFile).Order(StringComparer.Ordinal);

    /// <summary>How faults name a file: the folder's own name and the file's.</summary>
    internal static string NameOf(string folder, string file) =>
        $"{Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}/{Path.GetFileName(file)}";
}
