using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>
/// The host page's own scripts and styles, which lie in this assembly. The folder that they are served from is named after their content, so
/// that scripts import each other by plain names and all of them are kept for ever.
/// </summary>
internal static class HostAssets
{
    /// <summary>Where they are served, below the base address.</summary>
    public const string Folder = "/host";

    private const string Prefix = "AgentIQ.Workflows.Studio.Pages.Host.";

    private static readonly FrozenDictionary<string, byte[]> ByName = typeof(HostAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>Changes when one of them does.</summary>
    public static string Hash { get; } = Fingerprint();

    /// <summary>The host page with its places still open.</summary>
    public static ReadOnlySpan<byte> Page => ByName["page.html"];

    /// <summary>The answer to <c>/{hash}/{name}</c>; null when there is no such file.</summary>
    public static IResult? Answer(PathString path, HttpContext context)
    {
        if (path.Value?.Split('/') is not ["", var hash, var name] || hash != Hash || !ByName.TryGetValue(name, out var content) || MediaTypes.Of(name) is not { } type)
        {
            return null;
        }

        context.Response.Headers.CacheControl = CacheRules.ForEver;
        return TypedResults.Bytes(content, type);
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(HostAssets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static string Fingerprint()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (_, content) in ByName.OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
