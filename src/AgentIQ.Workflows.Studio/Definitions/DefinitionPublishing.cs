using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Publishes the latest version, and takes the published one back.</summary>
internal static class DefinitionPublishing
{
    public static void MapPublishing(this IEndpointRouteBuilder definitions)
    {
        definitions.MapPost("/{definitionId}/publish", PublishAsync).ForEditors();
        definitions.MapPost("/{definitionId}/retract", RetractAsync).ForEditors();
    }

    private static async Task<IResult> PublishAsync(
        StudioCaller caller, string definitionId, HttpRequest http, Database database, IWorkflowDefinitions definitions, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        await database.InTenantAsync(caller.TenantId, async scope =>
        {
            try
            {
                var published = await definitions.PublishLatestAsync(scope, definitionId, caller.Author, ct);
                return StudioJson.Ok(new SavedAnswer(await queries.ForPageAsync(scope, published.Version, caller, ct), published.AlreadyPublished));
            }
            catch (InvalidDefinitionException e)
            {
                // Thrown before anything is written.
                var latest = (await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct))!;
                return BadRequestAnswer.OfField("model", DefinitionRefusals.NotPublished(latest.Body, e.Diagnostics, http.Language()));
            }
        }, ct);

    private static async Task<IResult> RetractAsync(
        StudioCaller caller, string definitionId, HttpRequest http, Database database, IWorkflowDefinitions definitions, IWorkflowDefinitionQueries queries, CancellationToken ct) =>
        await database.InTenantAsync(caller.TenantId, async scope =>
        {
            var latest = await queries.FindAsync(scope, definitionId, VersionOptions.Latest, ct);
            var published = await queries.FindAsync(scope, definitionId, VersionOptions.Published, ct);
            return latest is not null && DefinitionRefusals.NotRetracted(latest.Summary, published?.Summary) is { } refusal
                ? BadRequestAnswer.Of(refusal.In(http.Language()))
                : StudioJson.Text((await queries.ForPageAsync(scope, await definitions.RetractAsync(scope, definitionId, caller.Author, ct), caller, ct)).Text);
        }, ct);
}
