using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Server.Api.Policies.Backtests;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Shadow;

/// <summary>What the version in shadow says beside the one in force.</summary>
internal static class ShadowEndpoints
{
    public static IEndpointRouteBuilder MapPolicyShadow(this IEndpointRouteBuilder set)
    {
        set.MapGet("/shadow", GetAsync)
            .WithName("getPolicyShadow").WithSummary("How often the version in shadow would have decided otherwise").ProducesProblem(404);
        return set;
    }

    private static async Task<Ok<PolicyShadowView>> GetAsync(
        string set, HttpContext context, CurrentUser user, Database database, IPolicies policies, IDecisionLog decisions, BacktestViews views, CancellationToken ct)
    {
        var language = context.Request.Language();
        var outputs = (policies.Shadow(user.SellerId, set) ?? policies.Current(user.SellerId, set)).Source.OutputCatalogue;
        return TypedResults.Ok(await database.InTenantAsync(
            user.SellerId,
            async scope => await decisions.ShadowAsync(scope, set, ct) is { } report
                ? new PolicyShadowView(
                    report.Version.ToString(),
                    report.Since,
                    report.Decisions,
                    report.Differing,
                    BacktestViews.Outputs(outputs, report.Outputs, language),
                    await views.SamplesAsync(scope, outputs, report.Samples, language, ct))
                : new PolicyShadowView(Version: null, Since: null, 0, 0, [], []),
            ct));
    }
}

/// <summary>What the version in shadow has said so far.</summary>
/// <param name="Version">The version; null when none is in shadow.</param>
/// <param name="Since">Its first decision; null when it has seen none.</param>
/// <param name="Decisions">How many decisions it has seen.</param>
/// <param name="Differing">In how many it would have put out something else.</param>
/// <param name="Outputs">For each output from which value to which, of those that differ.</param>
/// <param name="Samples">The newest that differ, at most 20.</param>
public sealed record PolicyShadowView(
    string? Version, DateTimeOffset? Since, long Decisions, long Differing, IReadOnlyList<OutputShiftsView> Outputs, IReadOnlyList<ChangedDecisionView> Samples);
