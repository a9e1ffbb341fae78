namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>Finds the npm package <c>@elsa-workflows/elsa-studio-wasm</c>.</summary>
internal static class PackageFolder
{
    private static readonly string InNodeModules = Path.Combine("node_modules", "@elsa-workflows", "elsa-studio-wasm");

    /// <summary>The given folder; or <c>studio</c> beside the program, as in a published copy; or <c>node_modules</c> above it, as in a checkout.</summary>
    /// <returns>The folder, or null when the package has not been installed.</returns>
    public static string? Find(string? given, string program)
        => given is not null
            ? Candidates([given])
            : Candidates([Path.Combine(program, "studio"), .. Above(program).Select(folder => Path.Combine(folder, InNodeModules))]);

    private static string? Candidates(IEnumerable<string> folders)
        => folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "_framework", "dotnet.js"))) is { } found ? Path.GetFullPath(found) : null;

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            yield return above.FullName;
        }
    }
}
