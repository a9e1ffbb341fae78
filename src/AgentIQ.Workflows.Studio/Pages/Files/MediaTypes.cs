using System.Collections.Frozen;

namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>The types of the package's files (elsa-studio-contract 1.4). What is not in the list is not served.</summary>
internal static class MediaTypes
{
    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".json"] = "application/json",
        [".map"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".wasm"] = "application/wasm",
        [".dat"] = "application/octet-stream",
        [".woff2"] = "font/woff2",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".cur"] = "image/x-icon",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The type of a file by its name, or null.</summary>
    public static string? Of(string fileName) => ByExtension.GetValueOrDefault(Path.GetExtension(fileName));
}
