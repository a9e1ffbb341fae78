using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgentIQ.Workflows.Studio.Pages.Files;

/// <summary>
/// The installed package. Its files are listed once: an address finds a file of the list or nothing, so that no address leads out of the
/// folder. The stock page and <c>package.json</c> are left out.
/// </summary>
internal sealed partial class StudioPackage
{
    private readonly FrozenDictionary<string, PackageFile> _files;

    private StudioPackage(string version, FrozenDictionary<string, PackageFile> files) => (Version, _files) = (version, files);

    /// <summary>The version in <c>package.json</c>.</summary>
    public string Version { get; }

    /// <summary>Reads the package that <see cref="PackageFolder"/> finds; null when there is none.</summary>
    public static StudioPackage? Find(string? given) => PackageFolder.Find(given, AppContext.BaseDirectory) is { } folder ? Read(folder) : null;

    /// <summary>The file at an address below the base, without a leading slash; null when there is none.</summary>
    public PackageFile? File(string path) => _files.GetValueOrDefault(path);

    private static StudioPackage Read(string folder)
    {
        using var manifest = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, "package.json")));
        var version = manifest.RootElement.GetProperty("version").GetString()!;
        var names = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'))
            .ToHashSet(StringComparer.Ordinal);
        var files = from name in names
                    let type = MediaTypes.Of(name)
                    where type is not null && name != "package.json"
                    let codings = ContentCoding.All.Where(coding => names.Contains(name + coding.Extension)).ToList()
                    select (name, new PackageFile(Path.Combine(folder, name), type, Fingerprinted().IsMatch(name), codings));
        return new StudioPackage(version, files.ToFrozenDictionary(file => file.name, file => file.Item2, StringComparer.Ordinal));
    }

    // dotnet.js, which lists the others, and blazor.webassembly.js carry no fingerprint.
    [GeneratedRegex(@"^_framework/.+\.[a-z0-9]{10}\.(wasm|js|dat)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fingerprinted();
}
