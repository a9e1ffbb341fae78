using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Catalogue;

/// <summary>
/// A catalogue route that fails inside answers 200 with an empty list, and the failure is in the log: any other answer leaves the
/// designer half drawn behind an error bar (elsa-studio-contract 0, rule 1).
/// </summary>
internal sealed partial class CatalogueErrors(ILogger<CatalogueErrors> logger) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (!context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            Failed(context.HttpContext.Request.Path, e);
            return StudioJson.Ok(new ItemList<object>([]));
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The designer asked {Path}, which failed and was answered with an empty list.")]
    private partial void Failed(PathString path, Exception exception);
}
