namespace AgentIQ.Server.Tests;

/// <summary>Finds files of the checkout.</summary>
internal static class Repository
{
    public static string File(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "AgentIQ.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new InvalidOperationException("The tests run inside the checkout: no AgentIQ.sln above " + AppContext.BaseDirectory);
    }
}
