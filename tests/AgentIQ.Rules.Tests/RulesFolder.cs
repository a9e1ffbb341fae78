using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Tests;

/// <summary>The shipped sets, read once for all tests.</summary>
internal static class RulesFolder
{
    private static readonly string Folder = Find();

    private static readonly Lazy<ShippedRules> Loaded = new(() => ShippedRules.Load(Folder));

    public static string Path => Folder;

    public static ShippedRules Rules => Loaded.Value;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = System.IO.Path.Combine(folder.FullName, "rules", ShippedRules.FactsFile);
            if (File.Exists(candidate))
            {
                return System.IO.Path.GetDirectoryName(candidate)!;
            }
        }

        throw new DirectoryNotFoundException($"Expected a folder 'rules' with {ShippedRules.FactsFile} above {AppContext.BaseDirectory}; run the tests inside the repository.");
    }
}
