using AgentIQ.Postgres;
using AgentIQ.Rules.Comparison;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Api.Policies.Versions;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Comparison;

/// <summary>What changed between versions.</summary>
internal static class ComparisonEndpoints
{
    public static IEndpointRouteBuilder MapPolicyComparison(this IEndpointRouteBuilder set)
    {
        set.MapGet("/comparison", StoredAsync)
            .WithName("comparePolicyVersions").WithSummary("What changed between two versions of a set")
            .WithDescription("from and to are labels, as platform-3. Without them: from the version in force to the one that the editor opens.")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(422);

        set.MapPost("/comparison", UnsavedAsync)
            .WithName("comparePolicyText").WithSummary("What a text that is not saved changes")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(413).ProducesProblem(422);

        return set;
    }

    private static async Task<Results<Ok<PolicyComparisonView>, ProblemHttpResult>> StoredAsync(
        string set, string? from, string? to, HttpContext context, CurrentUser user, Database database, PolicyVersions versions, PolicyDocuments documents, CancellationToken ct)
    {
        if (!IsVersion(from) || !IsVersion(to))
        {
            return context.Problem(PolicyProblems.BadVersion);
        }

        var (before, after) = await database.InTenantAsync(
            user.SellerId,
            async scope =>
            {
                var all = await versions.ListAsync(scope, set, ct);
                return (await ReadAsync(scope, set, from ?? all.Active.Label, documents, ct), await ReadAsync(scope, set, to ?? all.Edited.Label, documents, ct));
            },
            ct);
        return Compare(set, before, after, context, documents);
    }

    private static async Task<Results<Ok<PolicyComparisonView>, ProblemHttpResult>> UnsavedAsync(
        string set, ComparePolicyRequest request, HttpContext context, CurrentUser user, Database database, PolicyVersions versions, PolicyDocuments documents, CancellationToken ct)
    {
        if (PolicyDocuments.Refuse(request.Document) is { } refusal)
        {
            return context.Problem(refusal);
        }

        if (!IsVersion(request.From))
        {
            return context.Problem(PolicyProblems.BadVersion);
        }

        var before = await database.InTenantAsync(
            user.SellerId, async scope => await ReadAsync(scope, set, request.From ?? (await versions.ListAsync(scope, set, ct)).Active.Label, documents, ct), ct);
        return Compare(set, before, new Side(Label: null, request.Document), context, documents);
    }

    private static Results<Ok<PolicyComparisonView>, ProblemHttpResult> Compare(string set, Side? before, Side? after, HttpContext context, PolicyDocuments documents)
    {
        if (before is null || after is null)
        {
            return context.Problem(CommonProblems.NotFound);
        }

        try
        {
            var changes = RuleSetComparison.Compare(documents.Compile(set, before.Document).Source, documents.Compile(set, after.Document).Source);
            var language = context.Request.Language();
            return TypedResults.Ok(new PolicyComparisonView(before.Label!, after.Label, [.. changes.Select(change => PolicyChangeView.Of(change, language))]));
        }
        catch (RuleSetException unreadable)
        {
            return context.Problem(PolicyProblems.Unreadable, set, unreadable);
        }
    }

    /// <summary>Nothing means a version that the server chooses.</summary>
    private static bool IsVersion(string? label) => label is null || RuleSetVersion.TryParse(label, out _);

    private static async Task<Side?> ReadAsync(TenantScope scope, string set, string label, PolicyDocuments documents, CancellationToken ct) =>
        RuleSetVersion.TryParse(label, out var version) && await documents.FindAsync(scope, set, version, ct) is { } document
            ? new Side(label, document.Json)
            : null;

    private sealed record Side(string? Label, string Document);
}
