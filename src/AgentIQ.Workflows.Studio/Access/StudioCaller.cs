using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Access;

/// <summary>Who asks. The tenant of every database call comes from here and never from the request.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="Author">What is recorded as the author of a change, and shown to others: unique to the person within the tenant.</param>
/// <param name="CanEdit">Whether the person meets <see cref="StudioPolicies.Edit"/>; the links of answers follow it.</param>
public sealed record StudioCaller(Guid TenantId, string Author, bool CanEdit)
{
    /// <summary>Lets endpoints take the caller as a parameter.</summary>
    public static ValueTask<StudioCaller> BindAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<IStudioCallers>().OfAsync(context);
}

/// <summary>Tells who asks, from what the host's authentication found. The host implements it.</summary>
public interface IStudioCallers
{
    /// <summary>The caller of a request that has passed <see cref="StudioPolicies.View"/>.</summary>
    ValueTask<StudioCaller> OfAsync(HttpContext context);
}
