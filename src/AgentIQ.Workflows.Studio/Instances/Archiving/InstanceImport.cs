using System.IO.Compression;
using System.Text.Json;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Instances.Archiving;

/// <summary>Reads files that an export made: single ones, and zips of them.</summary>
internal static class InstanceImport
{
    private const int MostFiles = 1000;

    private const long LargestFile = 64 * 1024 * 1024;

    /// <exception cref="InstanceRefusedException">A file is something else, or too much.</exception>
    public static async Task<List<InstanceArchive>> ReadAsync(IFormFileCollection files, CancellationToken ct)
    {
        var archives = new List<InstanceArchive>();
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            if (Path.GetExtension(file.FileName).Equals(".zip", StringComparison.OrdinalIgnoreCase))
            {
                await ReadZipAsync(file.FileName, stream, archives, ct);
            }
            else
            {
                archives.Add(await ReadFileAsync(file.FileName, stream, ct));
            }
        }

        return archives;
    }

    private static async Task ReadZipAsync(string name, Stream stream, List<InstanceArchive> archives, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0))
            {
                if (archives.Count >= MostFiles || entry.Length > LargestFile)
                {
                    throw new InstanceRefusedException($"'{name}' has more than {MostFiles} files, or one of more than {LargestFile} bytes: '{entry.FullName}'.");
                }

                await using var content = await entry.OpenAsync(ct);
                archives.Add(await ReadFileAsync(entry.FullName, content, ct));
            }
        }
        catch (InvalidDataException e)
        {
            throw new InstanceRefusedException($"'{name}' was expected to be a zip: {e.Message}");
        }
    }

    private static async Task<InstanceArchive> ReadFileAsync(string name, Stream stream, CancellationToken ct)
    {
        try
        {
            var file = await JsonSerializer.DeserializeAsync<JsonElement>(new LimitedStream(stream, LargestFile), StudioJson.Options, ct);
            if (file.ValueKind == JsonValueKind.Object && file.TryGetProperty(InstanceExport.ArchivePart, out var archive) && archive.ValueKind == JsonValueKind.Object)
            {
                return archive.Deserialize<InstanceArchive>(StudioJson.Options)!;
            }
        }
        catch (JsonException e)
        {
            throw new InstanceRefusedException($"'{name}' is not the file of an instance: {e.Message}");
        }

        throw new InstanceRefusedException($"'{name}' has no part '{InstanceExport.ArchivePart}': it was not exported here. Files of other servers cannot be brought in.");
    }
}
