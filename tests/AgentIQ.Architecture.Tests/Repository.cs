namespace AgentIQ.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<string> Projects { get; } =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src"), "AgentIQ.*").Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    public static IEnumerable<string> Files(string project, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Root, "src", project), pattern, SearchOption.AllDirectories);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AgentIQ.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds AgentIQ.sln.");
    }
}
