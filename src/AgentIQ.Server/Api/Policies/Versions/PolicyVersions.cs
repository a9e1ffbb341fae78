using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>
/// The versions of a set as pages show them. What is in force is read from the publications and not from the running
/// policies, so that whoever has just published sees it, even before every process has taken it over.
/// </summary>
internal sealed class PolicyVersions(IPolicyStore store, PolicyAuthors authors, TimeProvider time)
{
    public async Task<PolicyVersionList> ListAsync(TenantScope scope, string set, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var own = await store.VersionsAsync(scope, set, ct);
        var shipped = await store.PlatformVersionsAsync(scope, set, ct);
        var nameOf = await authors.NamesAsync(scope, ct);
        var inForce = own.Where(version => IsInForce(version, now)).MaxBy(version => (version.EffectiveFrom, version.Version));
        return new PolicyVersionList(
            [.. own.Select(version => View(version, nameOf, version == inForce, now))],
            [.. shipped.Select((version, index) => View(version, newest: index == 0, inForce is null))],
            inForce is null ? null : Label(shipped.FirstOrDefault(version => version.CreatedAt <= inForce.CreatedAt) ?? shipped[^1]));
    }

    private static bool IsInForce(PolicyVersion version, DateTimeOffset now) =>
        version.State is PolicyState.Active && version.EffectiveFrom <= now && !(version.EffectiveTo <= now);

    private static PolicyVersionView View(PolicyVersion version, Func<string, PolicyAuthorView> nameOf, bool inForce, DateTimeOffset now) => new()
    {
        Label = new RuleSetVersion(RuleSetOrigin.Seller, version.Version).ToString(),
        Origin = RuleSetOrigin.Seller,
        Number = version.Version,
        State = State(version, now),
        EffectiveFrom = version.EffectiveFrom,
        EffectiveTo = version.EffectiveTo,
        Author = nameOf(version.Author),
        Note = version.Note.Length == 0 ? null : version.Note,
        CreatedAt = version.CreatedAt,
        Hash = version.Hash,
        InForce = inForce,
    };

    private static PolicyVersionView View(PlatformVersion version, bool newest, bool inForce) => new()
    {
        Label = Label(version),
        Origin = RuleSetOrigin.Platform,
        Number = version.Version,
        State = newest ? PolicyVersionState.Active : PolicyVersionState.Retired,
        EffectiveFrom = null,
        EffectiveTo = null,
        Author = null,
        Note = null,
        CreatedAt = version.CreatedAt,
        Hash = version.Hash,
        InForce = newest && inForce,
    };

    private static string Label(PlatformVersion version) => new RuleSetVersion(RuleSetOrigin.Platform, version.Version).ToString();

    private static PolicyVersionState State(PolicyVersion version, DateTimeOffset now) => version.State switch
    {
        PolicyState.Draft => PolicyVersionState.Draft,
        PolicyState.Shadow => PolicyVersionState.Shadow,
        PolicyState.Active when version.EffectiveFrom > now => PolicyVersionState.Scheduled,
        PolicyState.Active when version.EffectiveTo is null || version.EffectiveTo > now => PolicyVersionState.Active,
        _ => PolicyVersionState.Retired,
    };
}
