namespace AgentIQ.Server.Pages;

/// <summary>Finds the console's built files.</summary>
internal static class ConsoleFolder
{
    /// <summary>The given folder; or <c>console</c> beside the program, as in a published copy; or <c>src/console/dist</c> above it, as in a checkout.</summary>
    /// <returns>The folder, or null when the console has not been built.</returns>
    public static string? Find(string? given, string program)
        => given is not null
            ? Candidates([given])
            : Candidates([Path.Combine(program, "console"), .. Above(program).Select(folder => Path.Combine(folder, "src", "console", "dist"))]);

    private static string? Candidates(IEnumerable<string> folders)
        => folders.FirstOrDefault(folder => File.Exists(Path.Combine(folder, "index.html"))) is { } found ? Path.GetFullPath(found) : null;

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            yield return above.FullName;
        }
    }
}
