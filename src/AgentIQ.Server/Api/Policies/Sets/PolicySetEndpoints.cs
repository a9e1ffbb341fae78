using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>The list of sets, one set, and what rules can ask.</summary>
internal static class PolicySetEndpoints
{
    private const string SchemaType = "application/schema+json";

    public static IEndpointRouteBuilder MapPolicySets(this IEndpointRouteBuilder policies)
    {
        policies.MapGet("", ListAsync)
            .WithName("listPolicies").WithSummary("The policy sets and where each of them stands");

        policies.MapGet("/catalogue", Catalogue)
            .WithName("getPolicyCatalogue").WithSummary("The facts that rules can ask about, and the operators of each type");

        policies.MapGet("/schema", Schema)
            .WithName("getPolicySchema").WithSummary("The JSON Schema of a policy set").Produces<object>(200, SchemaType);

        return policies;
    }

    public static IEndpointRouteBuilder MapPolicySet(this IEndpointRouteBuilder set)
    {
        set.MapGet("", GetAsync)
            .WithName("getPolicy").WithSummary("One policy set with its versions and the text to edit").ProducesProblem(404);
        return set;
    }

    private static async Task<Ok<IReadOnlyList<PolicySummary>>> ListAsync(
        HttpContext context, CurrentUser user, Database database, PolicySets sets, CancellationToken ct) =>
        TypedResults.Ok(await database.InTenantAsync(user.SellerId, scope => sets.ListAsync(scope, user, context.Request.Language(), ct), ct));

    private static Ok<PolicyCatalogueView> Catalogue(HttpContext context, IPolicies policies) =>
        TypedResults.Ok(PolicyCatalogueView.Of(policies.Catalogue, context.Request.Language()));

    private static ContentHttpResult Schema() => TypedResults.Text(RuleSetSchema.Json, SchemaType);

    private static async Task<Results<Ok<PolicySetView>, ProblemHttpResult>> GetAsync(
        string set, HttpContext context, CurrentUser user, Database database, PolicySets sets, CancellationToken ct) =>
        TypedResults.Ok(await database.InTenantAsync(user.SellerId, scope => sets.GetAsync(scope, set, user, context.Request.Language(), ct), ct));
}
