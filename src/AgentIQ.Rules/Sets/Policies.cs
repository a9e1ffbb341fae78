using System.Collections.Frozen;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Rules.Sets;

/// <summary>
/// The policies in force. They are built aside and swapped by one volatile write, so readers never wait, and whoever
/// took a set keeps it.
/// </summary>
internal sealed class Policies(
    RulesOptions options, IEnumerable<IFactSource> sources, PlatformSets platform, SellerSets sellers, TimeProvider clock, ILogger<Policies> logger) : IPolicies, IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private volatile PolicySnapshot? _snapshot;
    private IReadOnlyList<RuleSetFault> _refusedFiles = [];

    /// <summary>Raised after each swap, on the thread that built the snapshot.</summary>
    public event EventHandler? Swapped;

    public FactCatalogue Catalogue => Snapshot.Catalogue;

    public IReadOnlyList<RuleSetFault> Refused => Snapshot.Refused;

    public IReadOnlyList<string> Sets => Snapshot.Platform.Keys;

    private PolicySnapshot Snapshot => _snapshot
        ?? throw new InvalidOperationException("The policies are not loaded yet. Expected the hosted service of AddRules to have started; start the host first.");

    public CompiledRuleSet Current(Guid tenantId, string set)
    {
        var snapshot = Snapshot;
        if (snapshot.Sellers.TryGetValue((tenantId, set), out var own))
        {
            return own;
        }

        return Platform(snapshot, set);
    }

    public CompiledRuleSet Platform(string set) => Platform(Snapshot, set);

    public CompiledRuleSet? Shadow(Guid tenantId, string set) => Snapshot.Shadows.GetValueOrDefault((tenantId, set));

    private static CompiledRuleSet Platform(PolicySnapshot snapshot, string set) =>
        snapshot.Platform.TryGetValue(set, out var shipped)
            ? shipped
            : throw new KeyNotFoundException($"Expected one of the sets {string.Join(", ", snapshot.Platform.Keys.Order(StringComparer.Ordinal))}, came '{set}'; add {set}.json to the rules folder.");

    /// <summary>Takes over the files of the rules folder: a changed one becomes a new platform version, a broken one is refused.</summary>
    /// <exception cref="RuleSetException">A file is broken and no good version of it was ever stored.</exception>
    public async Task ImportAsync(CancellationToken ct)
    {
        await _loading.WaitAsync(ct);
        try
        {
            List<RuleSetFault> refused = [];
            var catalogue = FactCatalogue.Of(sources);
            Dictionary<string, CompiledRuleSet> compiled = new(StringComparer.Ordinal);
            foreach (var file in ShippedRules.Files(options.Folder))
            {
                if (await ImportSetAsync(file, catalogue, refused, ct) is { } set)
                {
                    compiled[set.Hash] = set;
                }
            }

            _refusedFiles = refused;
            await BuildAsync(catalogue, compiled, ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    /// <summary>Looks for new versions and takes them over. Costs one query when nothing changed.</summary>
    public async Task ReloadAsync(CancellationToken ct)
    {
        await _loading.WaitAsync(ct);
        try
        {
            await BuildAsync(Snapshot.Catalogue, FrozenDictionary<string, CompiledRuleSet>.Empty, ct);
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose() => _loading.Dispose();

    private async Task<CompiledRuleSet?> ImportSetAsync(string file, FactCatalogue catalogue, List<RuleSetFault> refused, CancellationToken ct)
    {
        var name = ShippedRules.NameOf(options.Folder, file);
        try
        {
            var document = RuleSetDocument.Parse(await File.ReadAllTextAsync(file, ct), name);
            var compiled = RuleSetCompiler.Compile(document, catalogue);
            await platform.AddAsync(document.Name, document.Hash, document.Json, name, clock.GetUtcNow(), ct);
            return compiled;
        }
        catch (RuleSetException exception)
        {
            Refuse(refused, exception);

            // The set's name is in the broken text, so its last good version is found by the file's name.
            if (await platform.NewestAsync(Path.GetFileNameWithoutExtension(file), ct) is null)
            {
                throw;
            }

            return null;
        }
    }

    /// <param name="catalogue">The facts.</param>
    /// <param name="compiled">Sets that were compiled a moment ago, by the hash of their text.</param>
    /// <param name="ct">Cancels it; the policies in force stay.</param>
    private async Task BuildAsync(FactCatalogue catalogue, IReadOnlyDictionary<string, CompiledRuleSet> compiled, CancellationToken ct)
    {
        var before = _snapshot;
        List<RuleSetFault> refused = [.. _refusedFiles];
        Dictionary<string, CompiledRuleSet> shipped = new(StringComparer.Ordinal);
        foreach (var stored in await platform.AllAsync(ct))
        {
            var version = new RuleSetVersion(RuleSetOrigin.Platform, stored.Version);
            var running = compiled.GetValueOrDefault(stored.Hash)?.As(version) ?? before?.Platform.GetValueOrDefault(stored.SetName);
            if (Take(running, version, stored.Hash, catalogue, () => RuleSetDocument.Parse(stored.Body, stored.FileName), refused) is { } set)
            {
                shipped[stored.SetName] = set;
            }
        }

        Dictionary<(Guid, string), CompiledRuleSet> own = [];
        Dictionary<(Guid, string), CompiledRuleSet> shadows = [];
        foreach (var stored in await sellers.InForceAsync(clock.GetUtcNow(), ct))
        {
            var running = (stored.IsShadow ? before?.Shadows : before?.Sellers)?.GetValueOrDefault((stored.SellerId, stored.SetName));
            var version = new RuleSetVersion(RuleSetOrigin.Seller, stored.Version);
            var same = running?.Version == version && running.Hash == stored.Hash;
            var body = same ? "" : await sellers.BodyAsync(stored, ct);
            if (Take(running, version, stored.Hash, catalogue, () => RuleSetDocument.Parse(body, $"{stored.SetName}, version {stored.Version} of seller {stored.SellerId}"), refused) is { } set)
            {
                (stored.IsShadow ? shadows : own)[(stored.SellerId, stored.SetName)] = set;
            }
        }

        _snapshot = new PolicySnapshot(catalogue, shipped.ToFrozenDictionary(StringComparer.Ordinal), own.ToFrozenDictionary(), shadows.ToFrozenDictionary(), refused);
        Swapped?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The running set when it is the wanted one; else the wanted one; else, when that is broken, the running one.</summary>
    private CompiledRuleSet? Take(
        CompiledRuleSet? running, RuleSetVersion version, string hash, FactCatalogue catalogue, Func<RuleSetDocument> document, List<RuleSetFault> refused)
    {
        if (running?.Version == version && running.Hash == hash && ReferenceEquals(running.Source.Facts, catalogue))
        {
            return running;
        }

        try
        {
            return RuleSetCompiler.CompileWithoutExamples(document(), catalogue, version);
        }
        catch (RuleSetException exception)
        {
            Refuse(refused, exception);
            return running is not null && ReferenceEquals(running.Source.Facts, catalogue) ? running : null;
        }
    }

    private void Refuse(List<RuleSetFault> refused, RuleSetException exception)
    {
        refused.AddRange(exception.Faults);
        if (_told.Add(exception.Message))
        {
            logger.LogError("A rule set was refused; its last good version keeps running. {Faults}", exception.Message);
        }
    }
}
