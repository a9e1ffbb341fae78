using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Catalogue.Choices;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>
/// All activity types that a tenant's definitions may use, as bytes that are made once and sent as often as the designer asks, which is
/// after every save. They are made anew when the published workflows or a list of choices changed.
/// </summary>
internal sealed partial class ActivityCatalogue(
    ActivityRegistry registry, IWorkflowActivityCatalog workflows, LiveChoices choices, Database database, ILogger<ActivityCatalogue> logger) : IDisposable
{
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private long _written;

    /// <summary>How often an answer was made, not taken from memory.</summary>
    public long Written => Interlocked.Read(ref _written);

    /// <summary>The answer to <c>GET descriptors/activities</c>.</summary>
    public async Task<CatalogueAnswer> AnswerAsync(StudioCaller caller, StudioLanguage language, CancellationToken ct)
    {
        var lists = await choices.AllAsync(caller.TenantId, language.Code(), ct);
        var key = (caller.TenantId, language);
        var known = _answers.Get<CatalogueAnswer>(key);
        try
        {
            return await database.InTenantAsync(caller.TenantId, async scope =>
            {
                var parts = Parts(await workflows.FingerprintAsync(scope, ct), lists);
                return known?.Parts == parts ? known : Keep(key, Write(parts, await ListAsync(scope, ct), language, lists));
            }, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // A definition whose activities have no descriptor is an empty canvas, so an old list is better than none.
            Failed(e);
            return known ?? Write(parts: string.Empty, Distinct([]), language, lists);
        }
    }

    /// <summary>Of several versions the newest that the palette offers, unless one is asked for.</summary>
    public async Task<ActivityModel?> FindAsync(StudioCaller caller, StudioLanguage language, string typeName, int? version, CancellationToken ct)
    {
        var lists = await choices.AllAsync(caller.TenantId, language.Code(), ct);
        var found = await FindAsync(caller, typeName, version, ct);
        return found is null ? null : new DescriptorMapper(language.Code(), lists).Map(found.Descriptor, found.IsPublished && found.Descriptor.IsBrowsable);
    }

    /// <summary>The options of an input's editor; empty where there is no such input.</summary>
    public async Task<IReadOnlyDictionary<string, object>> OptionsAsync(StudioCaller caller, StudioLanguage language, string typeName, string inputName, CancellationToken ct)
    {
        var found = await FindAsync(caller, typeName, version: null, ct);
        return found?.Descriptor.Inputs.FirstOrDefault(i => string.Equals(i.Name, inputName, StringComparison.OrdinalIgnoreCase)) is { } input
            ? new DescriptorMapper(language.Code(), await choices.AllAsync(caller.TenantId, language.Code(), ct)).Options(found.Descriptor, input)
            : new Dictionary<string, object>(StringComparer.Ordinal);
    }

    public void Dispose() => _answers.Dispose();

    private async Task<UsableWorkflow?> FindAsync(StudioCaller caller, string typeName, int? version, CancellationToken ct)
    {
        var all = await database.InTenantAsync(caller.TenantId, scope => ListAsync(scope, ct), ct);
        return all.Where(d => d.Descriptor.TypeName == typeName && (version is null || d.Descriptor.Version == version))
            .OrderBy(d => d.IsPublished).ThenBy(d => d.Descriptor.Version).LastOrDefault();
    }

    private async Task<IReadOnlyList<UsableWorkflow>> ListAsync(TenantScope scope, CancellationToken ct) => Distinct(await workflows.ListVersionsAsync(scope, ct));

    /// <summary>A type and version that comes twice leaves the canvas empty (elsa-studio-contract 0, rule 4): classes first, then published workflows.</summary>
    private IReadOnlyList<UsableWorkflow> Distinct(IReadOnlyList<UsableWorkflow> usable) =>
        [.. registry.All.Select(d => new UsableWorkflow(d, IsPublished: true)).Concat(usable).DistinctBy(d => (d.Descriptor.TypeName, d.Descriptor.Version))];

    private CatalogueAnswer Keep(object key, CatalogueAnswer answer)
    {
        _answers.Set(key, answer, new MemoryCacheEntryOptions { Size = answer.Json.Length + answer.Brotli.Length });
        return answer;
    }

    private CatalogueAnswer Write(
        string parts, IReadOnlyList<UsableWorkflow> all, StudioLanguage language, IReadOnlyDictionary<string, IReadOnlyList<Choice>> lists)
    {
        Interlocked.Increment(ref _written);
        var mapper = new DescriptorMapper(language.Code(), lists);
        var models = new ItemList<ActivityModel>([.. all.Select(d => mapper.Map(d.Descriptor, d.IsPublished && d.Descriptor.IsBrowsable)), .. DesignerTypes.In(language)]);
        var json = JsonSerializer.SerializeToUtf8Bytes(models, StudioJson.Options);
        return new CatalogueAnswer(parts, json, Compressed(json), $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 12))}\"");
    }

    private static byte[] Compressed(byte[] json)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Fastest))
        {
            brotli.Write(json);
        }

        return target.ToArray();
    }

    private static string Parts(string workflows, IReadOnlyDictionary<string, IReadOnlyList<Choice>> lists)
    {
        var text = new StringBuilder(workflows);
        foreach (var (name, list) in lists)
        {
            text.Append('\n').Append(name).AppendJoin('\n', list);
        }

        return text.ToString();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The workflows that may be used as activities could not be read; the designer gets the descriptors of before.")]
    private partial void Failed(Exception exception);
}
