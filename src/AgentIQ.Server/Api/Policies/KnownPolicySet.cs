using AgentIQ.Rules;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies;

/// <summary>Answers 404 for everything below a set that does not exist, so that no endpoint has to ask.</summary>
internal sealed class KnownPolicySet(IPolicies policies) : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.GetRouteValue("set") is string set && policies.Sets.Contains(set, StringComparer.Ordinal)
            ? next(context)
            : ValueTask.FromResult<object?>(context.HttpContext.Problem(CommonProblems.NotFound));
}
