using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Dapper;

namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>Saves, publishes and takes back a seller's versions, under the name of who does it.</summary>
internal sealed class PolicyPublisher(IPolicyStore store, PolicyVersions versions, TimeProvider time)
{
    /// <summary>Saves a draft.</summary>
    /// <exception cref="Rules.Reading.RuleSetException">The text cannot be read.</exception>
    public async Task<PolicyVersionView> SaveAsync(TenantScope scope, RuleSetDocument document, string? note, CurrentUser user, CancellationToken ct)
    {
        var number = await store.SaveAsync(scope, document, PolicyAuthors.Of(user.UserId), note ?? "", time.GetUtcNow(), ct);
        return (await versions.ListAsync(scope, document.Name, ct)).Find(new RuleSetVersion(RuleSetOrigin.Seller, number).ToString())!;
    }

    /// <summary>Says what a version is for; the problem when that cannot be.</summary>
    /// <exception cref="PolicyRefusedException">An error or a failed example forbids it.</exception>
    public async Task<(PolicyVersionView? View, Problem? Problem)> PublishAsync(
        TenantScope scope, string set, string label, PublishPolicyRequest request, CurrentUser user, CancellationToken ct)
    {
        await LockAsync(scope, set, ct);
        var all = await versions.ListAsync(scope, set, ct);
        if (all.Find(label) is not { } version)
        {
            return (null, CommonProblems.NotFound);
        }

        if (version.Origin is not RuleSetOrigin.Seller)
        {
            return (null, PolicyProblems.BadPublication);
        }

        if (request.SeenActive is { } seen && !string.Equals(seen, all.Active.Label, StringComparison.Ordinal))
        {
            return (null, PolicyProblems.Changed);
        }

        // A version decides from now on at the earliest: what was decided before was decided by another one.
        var now = time.GetUtcNow();
        var from = request.EffectiveFrom is { } wanted && wanted > now ? wanted.ToUniversalTime() : now;
        if (request.EffectiveTo <= from)
        {
            return (null, PolicyProblems.BadPeriod);
        }

        await store.PublishAsync(
            scope,
            new PolicyPublication(set, version.Number, request.State, from, request.EffectiveTo?.ToUniversalTime(), PolicyAuthors.Of(user.UserId), request.Note ?? ""),
            now,
            ct);
        return ((await versions.ListAsync(scope, set, ct)).Find(label), null);
    }

    /// <summary>Takes all of the seller's versions back.</summary>
    public async Task<PolicyVersionView> ReturnToPlatformAsync(TenantScope scope, string set, string? note, CurrentUser user, CancellationToken ct)
    {
        await LockAsync(scope, set, ct);
        await store.RetireAllAsync(scope, set, PolicyAuthors.Of(user.UserId), note ?? "", time.GetUtcNow(), ct);
        return (await versions.ListAsync(scope, set, ct)).Active;
    }

    /// <summary>Two people who publish at once do so one after the other, so the second one is told of the first.</summary>
    private static Task LockAsync(TenantScope scope, string set, CancellationToken ct) =>
        scope.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended(@Key, 0))", new { Key = $"policy publication {scope.TenantId} {set}" }, cancellationToken: ct));
}
