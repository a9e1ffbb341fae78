using System.Collections.Frozen;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Catalogue.Choices;

/// <summary>
/// The tenants' own choices, asked of the layers and kept for <see cref="Age"/>: the designer asks for all descriptors after every save.
/// A provider that fails gives no choices and a line in the log, and is asked again after the same while.
/// </summary>
internal sealed partial class LiveChoices(
    IEnumerable<IActivityChoices> providers, ActivityRegistry registry, Database database, TimeProvider time, ILogger<LiveChoices> logger) : IDisposable
{
    /// <summary>How long a new teammate or template may be missing from an open editor's lists.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromSeconds(15);

    private const int MostLists = 10_000;

    private readonly FrozenDictionary<string, IActivityChoices> _providers = providers.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);
    private readonly MemoryCache _lists = new(new MemoryCacheOptions { SizeLimit = MostLists, Clock = new Clock(time) });

    /// <summary>Every list that an activity of this process asks for, by its provider's name.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<Choice>>> AllAsync(Guid tenantId, string language, CancellationToken ct)
    {
        var all = new Dictionary<string, IReadOnlyList<Choice>>(StringComparer.Ordinal);
        foreach (var name in registry.All.SelectMany(d => d.Inputs).Select(i => i.Declaration.Choices).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            all[name] = await ListAsync(name, tenantId, language, ct);
        }

        return all;
    }

    public void Dispose() => _lists.Dispose();

    private async Task<IReadOnlyList<Choice>> ListAsync(string name, Guid tenantId, string language, CancellationToken ct)
    {
        var key = (name, tenantId, language);
        if (_lists.TryGetValue(key, out IReadOnlyList<Choice>? known))
        {
            return known!;
        }

        var list = await AskAsync(name, tenantId, language, ct);
        _lists.Set(key, list, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Age });
        return list;
    }

    private async Task<IReadOnlyList<Choice>> AskAsync(string name, Guid tenantId, string language, CancellationToken ct)
    {
        if (!_providers.TryGetValue(name, out var provider))
        {
            Unknown(name);
            return [];
        }

        try
        {
            return await database.InTenantAsync(tenantId, scope => provider.ListAsync(scope, language, ct), ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(name, e);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The choices '{Name}' could not be listed; the designer shows none.")]
    private partial void Failed(string name, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity's input asks for the choices '{Name}', but no IActivityChoices of that name is registered; the designer shows none.")]
    private partial void Unknown(string name);

    private sealed class Clock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }
}
