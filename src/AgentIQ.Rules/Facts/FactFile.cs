using System.Reflection;

namespace AgentIQ.Rules.Facts;

/// <summary>The facts that a layer declares: a file <c>facts.json</c>, embedded in its assembly under that name.</summary>
public static class FactFile
{
    /// <summary>The resource's name.</summary>
    public const string Name = "facts.json";

    /// <summary>Reads the file of an assembly.</summary>
    /// <exception cref="InvalidOperationException">The assembly embeds no such file.</exception>
    /// <exception cref="Reading.RuleSetException">The file is broken; every fault with its JSON path.</exception>
    public static IReadOnlyList<FactField> Embedded(Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"Expected an embedded {Name} in {assembly.GetName().Name}, came nothing; add it to the project with LogicalName=\"{Name}\".");
        using var reader = new StreamReader(stream);
        return FactCatalogue.Load(reader.ReadToEnd(), $"{assembly.GetName().Name}/{Name}").Fields;
    }
}
