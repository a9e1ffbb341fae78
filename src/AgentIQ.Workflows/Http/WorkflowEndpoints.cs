using AgentIQ.Workflows.Http.Incoming;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Http;

/// <summary>Maps the addresses of workflows' HTTP endpoints.</summary>
public static class WorkflowEndpoints
{
    /// <summary>
    /// Maps every method of <c>{BasePath}/{tenant}/{path}</c> (see <see cref="WorkflowHttpOptions"/>). Who may call is decided by the
    /// endpoint of the definition, so routing itself lets everybody in.
    /// </summary>
    public static IEndpointConventionBuilder MapWorkflowEndpoints(this IEndpointRouteBuilder app)
    {
        var options = app.ServiceProvider.GetRequiredService<WorkflowOptions>().Http;
        return app
            .Map(
                $"{options.BasePath.TrimEnd('/')}/{{tenant{(options.TenantConstraint is null ? string.Empty : ":" + options.TenantConstraint)}}}/{{**path}}",
                static (HttpContext context, string tenant, string? path) =>
                    context.RequestServices.GetRequiredService<WorkflowRequestHandler>().HandleAsync(context, tenant, path ?? string.Empty))
            .AllowAnonymous()
            .ExcludeFromDescription()
            .DisableAntiforgery();
    }
}
