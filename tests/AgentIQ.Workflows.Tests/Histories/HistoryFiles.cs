using System.Security.Cryptography;
using System.Text;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>Where histories lie: in the sources, because recording one adds a file there.</summary>
internal static class HistoryFiles
{
    private const string Definitions = "definitions";

    public static IReadOnlyList<string> Names => [.. Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    private static ActivityRegistry Builtin { get; } = new(Type.EmptyTypes);

    private static string Root { get; } = FindRoot();

    private static string Folder => Path.Combine(Root, "tests", "AgentIQ.Workflows.Tests", "Histories");

    public static History Read(string name) => History.Read(PathOf(name));

    public static string PathOf(string name) => Path.Combine(Folder, name + ".json");

    public static string Definition(string file) => File.ReadAllText(Path.Combine(Folder, Definitions, file));

    /// <summary>A definition that ships with the product now.</summary>
    public static string Shipped(string definitionId) => File.ReadAllText(Path.Combine(Root, "workflows", definitionId + ".json"));

    /// <summary>The texts of the definitions that a history's definition used as activities.</summary>
    public static string[] Uses(History history) => [.. (history.Uses ?? []).Select(Definition)];

    /// <summary>The shipped definitions that a shipped one uses as activities, by id.</summary>
    public static SortedDictionary<string, string> ShippedUses(string text)
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([text]);
        while (open.TryDequeue(out var next))
        {
            foreach (var id in WorkflowUses.In(next, Builtin).Select(use => use.DefinitionId).OfType<string>().Where(id => !found.ContainsKey(id)))
            {
                open.Enqueue(found[id] = Shipped(id));
            }
        }

        return found;
    }

    /// <summary>The file that a text is kept in: histories of the same text share it.</summary>
    public static string NameOf(string definitionId, string text) => $"{definitionId}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8]}.json";

    public static void KeepDefinition(string file, string text)
    {
        Directory.CreateDirectory(Path.Combine(Folder, Definitions));
        File.WriteAllText(Path.Combine(Folder, Definitions, file), text);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AgentIQ.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run inside the checkout: no AgentIQ.sln above " + AppContext.BaseDirectory);
    }
}
