using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Api.Policies.Versions;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>Puts together what the list and the editor show of sets.</summary>
internal sealed class PolicySets(
    IPolicies policies, IDecisionLog decisions, PolicyVersions versions, PolicyDocuments documents, PolicyFindingCounts findings, TimeProvider time)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<PolicySummary>> ListAsync(TenantScope scope, CurrentUser user, Language language, CancellationToken ct)
    {
        var counts = await decisions.CountsAsync(scope, time.GetUtcNow() - Week, ct);
        List<PolicySummary> summaries = [];
        foreach (var set in policies.Sets)
        {
            var running = policies.Current(scope.TenantId, set);
            var all = await versions.ListAsync(scope, set, ct);
            summaries.Add(new PolicySummary
            {
                Name = set,
                Title = running.Source.Title.In(language),
                Description = running.Source.Description.In(language),
                Active = all.Active,
                NewestPlatform = all.NewestPlatform.Label,
                BasedOn = all.BasedOn,
                PlatformIsNewer = all.BasedOn is not null && all.BasedOn != all.NewestPlatform.Label,
                Drafts = all.Seller.Count(version => version.State is PolicyVersionState.Draft),
                Shadow = all.Seller.FirstOrDefault(version => version.State is PolicyVersionState.Shadow)?.Label,
                Scheduled = all.Seller.Where(version => version.State is PolicyVersionState.Scheduled).MinBy(version => version.EffectiveFrom),
                Findings = findings.Of(running),
                Rows = running.Source.Tables.Sum(table => table.Rows.Count),
                Examples = running.Source.Examples.Count,
                DecisionsLastWeek = counts.GetValueOrDefault(set),
                CanManage = CanManage(user),
            });
        }

        return summaries;
    }

    public async Task<PolicySetView> GetAsync(TenantScope scope, string set, CurrentUser user, Language language, CancellationToken ct)
    {
        var running = policies.Current(scope.TenantId, set);
        var all = await versions.ListAsync(scope, set, ct);
        var edited = all.Edited;
        var document = await documents.FindAsync(scope, set, edited.Version, ct) ?? running.Source.Document;
        return new PolicySetView
        {
            Name = set,
            Title = running.Source.Title.In(language),
            CanManage = CanManage(user),
            Active = all.Active,
            Newest = all.Newest,
            Versions = [.. all.Seller, .. all.Platform],
            Outputs = [.. running.Source.Outputs.Select(output => PolicyOutputView.Of(output, language))],
            Document = document.Json,
            DocumentVersion = edited.Label,
            LockedTables = [.. policies.Platform(set).Source.Tables.Where(table => table.Locked).Select(table => table.Name)],
        };
    }

    private static bool CanManage(CurrentUser user) => user.Role is TeamRole.Owner or TeamRole.Manager;
}
