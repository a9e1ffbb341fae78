namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>145 real feedbacks, which live outside the repository: in <c>AGENTIQ_SHARED</c>, or in <c>shared</c> beside it.</summary>
internal static class RealFile
{
    /// <summary>The file's path, or null on a machine that does not have it.</summary>
    public static string? Path { get; } = Find();

    private static string? Find()
    {
        var folders = new List<string?> { Environment.GetEnvironmentVariable("AGENTIQ_SHARED") };
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            folders.Add(System.IO.Path.Combine(folder.FullName, "shared"));
        }

        return folders
            .Where(folder => !string.IsNullOrEmpty(folder))
            .Select(folder => System.IO.Path.Combine(folder!, "data", "wb_feedbacks_real.json"))
            .FirstOrDefault(File.Exists);
    }
}
