using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Ending;

/// <summary>Removes instances, running ones after they have been cancelled.</summary>
internal static class DeleteRoutes
{
    public static void MapDeleting(this IEndpointRouteBuilder api)
    {
        api.MapDelete("/workflow-instances/{id}", OneAsync).ForEditors();
        api.MapPost("/bulk-actions/delete/workflow-instances/by-id", ManyAsync).ForEditors();
        api.MapPost("/bulk-actions/delete/workflow-instances", ManyAsync).ForEditors();
    }

    private static async Task<IResult> OneAsync(InstanceKey id, StudioCaller caller, InstanceEnding ending, CancellationToken ct) => await ending.DeleteAsync(caller, [id.Value], ct) switch
    {
        (Deleted: > 0, _) => Results.NoContent(),
        (_, Left: > 0) => BadRequestAnswer.Of("The instance is being cancelled, which takes longer than usual. Delete it again when it has ended."),
        _ => Results.NotFound(),
    };

    private static async Task<IResult> ManyAsync(StudioCaller caller, InstanceEnding ending, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<InstanceIds>(ct);
        return StudioJson.Ok(new DeleteAnswer((await ending.DeleteAsync(caller, InstanceKey.Of(body.Ids), ct)).Deleted));
    }
}

/// <summary>Which instances.</summary>
internal sealed record InstanceIds
{
    public IReadOnlyList<string>? Ids { get; init; }
}

/// <summary>How many were removed.</summary>
internal sealed record DeleteAnswer(int Deleted);
