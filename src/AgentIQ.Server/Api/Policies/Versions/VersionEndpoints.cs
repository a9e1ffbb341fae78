using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Sets;
using AgentIQ.Server.Api.Policies.Checks;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Versions;

/// <summary>The versions of a set: reading, saving, publishing, taking back.</summary>
internal static class VersionEndpoints
{
    public static IEndpointRouteBuilder MapPolicyVersions(this IEndpointRouteBuilder set)
    {
        set.MapGet("/versions/{label}", GetAsync)
            .WithName("getPolicyVersion").WithSummary("A version of a set with its text").ProducesProblem(400).ProducesProblem(404);

        set.MapPost("/versions", SaveAsync).RequireAuthorization(AccessPolicies.CanManage)
            .WithName("savePolicy").WithSummary("Save a text as a new draft")
            .WithDescription("The text is kept exactly as it is. It is saved even when its check finds errors, but not when it cannot be read.")
            .ProducesProblem(404).ProducesProblem(413).ProducesProblem(422);

        set.MapPost("/versions/{label}/publication", PublishAsync).RequireAuthorization(AccessPolicies.CanManage)
            .WithName("publishPolicy").WithSummary("Say what a version is for, from when until when")
            .ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

        set.MapPost("/platform", ReturnAsync).RequireAuthorization(AccessPolicies.CanManage)
            .WithName("returnPolicyToPlatform").WithSummary("Take the seller's versions back, so that the platform's is in force")
            .ProducesProblem(404).ProducesProblem(422);

        return set;
    }

    private static async Task<Results<Ok<PolicyDocumentView>, ProblemHttpResult>> GetAsync(
        string set, string label, HttpContext context, CurrentUser user, Database database, PolicyVersions versions, PolicyDocuments documents, CancellationToken ct)
    {
        if (!RuleSetVersion.TryParse(label, out _))
        {
            return context.Problem(PolicyProblems.BadVersion);
        }

        var view = await database.InTenantAsync(
            user.SellerId,
            async scope => (await versions.ListAsync(scope, set, ct)).Find(label) is { } version && await documents.FindAsync(scope, set, version.Version, ct) is { } document
                ? new PolicyDocumentView(version, document.Json)
                : null,
            ct);
        return view is null ? context.Problem(CommonProblems.NotFound) : TypedResults.Ok(view);
    }

    private static async Task<Results<Created<SavedPolicyView>, ProblemHttpResult>> SaveAsync(
        string set, SavePolicyRequest request, HttpContext context, CurrentUser user, Database database, PolicyChecks checks, PolicyPublisher publisher, CancellationToken ct)
    {
        if (PolicyDocuments.Refuse(request.Document, request.Note) is { } refusal)
        {
            return context.Problem(refusal);
        }

        var report = checks.Check(set, request.Document);
        if (report.Compiled is not { } read || !string.Equals(read.Name, set, StringComparison.Ordinal))
        {
            return context.Problem(PolicyProblems.Unreadable, report.Findings);
        }

        var version = await database.InTenantAsync(user.SellerId, scope => publisher.SaveAsync(scope, read.Source.Document, request.Note, user, ct), ct);
        return TypedResults.Created($"/api/policies/{set}/versions/{version.Label}", new SavedPolicyView(version, PolicyChecks.View(report, context.Request.Language())));
    }

    private static async Task<Results<Ok<PolicyVersionView>, ProblemHttpResult>> PublishAsync(
        string set, string label, PublishPolicyRequest request, HttpContext context, CurrentUser user, Database database, PolicyPublisher publisher, IPolicies policies, CancellationToken ct)
    {
        if (!RuleSetVersion.TryParse(label, out _))
        {
            return context.Problem(PolicyProblems.BadVersion);
        }

        if (request.Note?.Length > PolicyDocuments.LongestNote)
        {
            return context.Problem(PolicyProblems.NoteTooLong);
        }

        try
        {
            var (view, problem) = await database.InTenantAsync(user.SellerId, scope => publisher.PublishAsync(scope, set, label, request, user, ct), ct);
            if (problem is not null)
            {
                return context.Problem(problem);
            }

            await policies.ReloadAsync(ct);
            return TypedResults.Ok(view!);
        }
        catch (PolicyRefusedException refused)
        {
            return context.Problem(PolicyProblems.Refused, refused.Findings);
        }
    }

    private static async Task<Results<Ok<PolicyVersionView>, ProblemHttpResult>> ReturnAsync(
        string set, PlatformPolicyRequest request, HttpContext context, CurrentUser user, Database database, PolicyPublisher publisher, IPolicies policies, CancellationToken ct)
    {
        if (request.Note?.Length > PolicyDocuments.LongestNote)
        {
            return context.Problem(PolicyProblems.NoteTooLong);
        }

        var active = await database.InTenantAsync(user.SellerId, scope => publisher.ReturnToPlatformAsync(scope, set, request.Note, user, ct), ct);
        await policies.ReloadAsync(ct);
        return TypedResults.Ok(active);
    }
}
