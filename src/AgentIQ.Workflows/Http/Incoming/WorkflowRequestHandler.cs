using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Execution;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>Takes a request to the workflow that it is for, and the workflow's answer back.</summary>
internal sealed class WorkflowRequestHandler(
    Database database, EndpointFinder finder, PendingRequests requests, IIdSource ids, WorkflowOptions options, TimeProvider time, IEnumerable<IWorkflowHttpTenants> tenants)
{
    public async Task HandleAsync(HttpContext context, string tenant, string path)
    {
        try
        {
            await HandleTenantAsync(context, await TenantAsync(tenant, context.RequestAborted), path.Trim('/'));
        }
        catch (EndpointNotFoundException e)
        {
            await Results.Problem(e.Message, statusCode: e.StatusCode).ExecuteAsync(context);
        }
        catch (BadHttpRequestException e)
        {
            await Results.Problem(e.Message, statusCode: e.StatusCode).ExecuteAsync(context);
        }
    }

    private async Task HandleTenantAsync(HttpContext context, (Guid Id, IWorkflowHttpTenants Source) tenant, string path)
    {
        var (ct, request) = (context.RequestAborted, context.Request);
        var correlation = Named(request, "correlationId");
        var instance = Guid.TryParse(Named(request, "workflowInstanceId"), out var id) ? id : (Guid?)null;
        var match = await database.InTenantAsync(tenant.Id, scope => finder.FindAsync(scope, request.Method, path, instance, correlation, ct), ct);
        await AuthorizeAsync(context, match.Endpoint, tenant);
        var data = await new RequestReader(options.Http).ReadAsync(request, ids.Next(), path, match.Values, match.Endpoint, ct);
        var target = await database.InTenantAsync(tenant.Id, scope => requests.SendAsync(scope, match, data, correlation, ct), ct);
        using var limit = new CancellationTokenSource(match.Endpoint.RequestTimeout ?? options.Http.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await AnswerAsync(context, target, await requests.WaitAsync(tenant.Id, data.RequestId!.Value, target, match.Bookmark, either.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            await Results.Problem($"The workflow instance {target} did not answer in time. It goes on.", statusCode: StatusCodes.Status504GatewayTimeout).ExecuteAsync(context);
        }
    }

    private async Task<(Guid, IWorkflowHttpTenants)> TenantAsync(string key, CancellationToken ct)
    {
        foreach (var source in tenants)
        {
            if (await source.FindAsync(key, ct) is { } found)
            {
                return (found, source);
            }
        }

        throw new EndpointNotFoundException(StatusCodes.Status404NotFound, "No workflow of this tenant waits for this path.");
    }

    private async Task AuthorizeAsync(HttpContext context, HttpEndpoint endpoint, (Guid Id, IWorkflowHttpTenants Source) tenant)
    {
        if (!endpoint.Authorize && string.IsNullOrEmpty(endpoint.Policy))
        {
            if (!options.Http.AllowAnonymous)
            {
                throw new EndpointNotFoundException(
                    StatusCodes.Status403Forbidden, "This endpoint asks for no signed-in person, and this installation allows no such endpoints. Set 'Authorize' on the HTTP Endpoint, or have an administrator set WorkflowOptions.Http.AllowAnonymous.");
            }

            return;
        }

        if (context.User.Identity is not { IsAuthenticated: true })
        {
            throw new EndpointNotFoundException(StatusCodes.Status401Unauthorized, "Sign in first.");
        }

        if (!tenant.Source.IsMember(context.User, tenant.Id) || !await MeetsPolicyAsync(context, endpoint.Policy))
        {
            throw new EndpointNotFoundException(StatusCodes.Status403Forbidden, "You may not call this endpoint.");
        }
    }

    private static async Task<bool> MeetsPolicyAsync(HttpContext context, string? policy)
    {
        if (string.IsNullOrEmpty(policy))
        {
            return true;
        }

        var known = await context.RequestServices.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(policy)
            ?? throw new EndpointNotFoundException(StatusCodes.Status403Forbidden, $"The authorization policy '{policy}' of this endpoint does not exist.");
        return (await context.RequestServices.GetRequiredService<IAuthorizationService>().AuthorizeAsync(context.User, resource: null, known)).Succeeded;
    }

    private static async Task AnswerAsync(HttpContext context, Guid instanceId, RequestState state)
    {
        AnswerHeaders.Protect(context.Response);
        if (state.Status is { } status)
        {
            context.Response.StatusCode = status;
            foreach (var (name, value) in state.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await (status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified or StatusCodes.Status205ResetContent || state.Body.Length == 0
                ? Task.CompletedTask
                : context.Response.WriteAsync(state.Body, context.RequestAborted));
            return;
        }

        if (state.SubStatus == WorkflowSubStatus.Faulted)
        {
            await Results.Problem($"The workflow instance {instanceId} failed before it answered; a person has to look.", statusCode: StatusCodes.Status500InternalServerError).ExecuteAsync(context);
            return;
        }

        context.Response.StatusCode = state.SubStatus == WorkflowSubStatus.Finished ? StatusCodes.Status200OK : StatusCodes.Status202Accepted;
        await context.Response.WriteAsJsonAsync(new { workflowInstanceId = instanceId, status = state.SubStatus.ToString() }, context.RequestAborted);
    }

    private static string? Named(HttpRequest request, string name) => request.Query[name].ToString() is { Length: > 0 } value ? value : null;
}
