namespace AgentIQ.Server.Hosting;

/// <summary>Where the files that ship with a release lie: beside the program.</summary>
internal static class ShippedFolder
{
    /// <summary>The full path of a shipped folder, such as <c>rules</c>.</summary>
    public static string Of(string name) => Path.Combine(AppContext.BaseDirectory, name);
}
