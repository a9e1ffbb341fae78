using AgentIQ.Postgres;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>Saves what the editor sends, after every change and up to four times when an answer is lost.</summary>
internal static class DefinitionSaving
{
    public static void MapSaving(this IEndpointRouteBuilder definitions) => definitions.MapPost(string.Empty, SaveAsync).ForEditors();

    private static async Task<IResult> SaveAsync(
        StudioCaller caller, SaveRequest request, HttpRequest http, Database database, IWorkflowDefinitions definitions, IWorkflowDefinitionQueries queries, CancellationToken ct)
    {
        var language = http.Language();
        if (request.Problem is { } problem)
        {
            return BadRequestAnswer.OfField("model", problem.In(language));
        }

        // In one transaction, but not in one call: errors keep the version from being published, and the draft is saved all the same.
        return await database.InTenantAsync(caller.TenantId, async scope =>
        {
            var saved = await definitions.SaveAsync(scope, new SaveDefinition(request.Model, caller.Author) { BasedOn = request.BasedOn }, ct);
            if (request.Publish && saved.Diagnostics.Any(d => d.Severity >= DiagnosticSeverity.Error))
            {
                return BadRequestAnswer.OfField("model", DefinitionRefusals.NotPublished(saved.Version.Body, saved.Diagnostics, language));
            }

            var result = request.Publish ? await definitions.PublishLatestAsync(scope, saved.Version.Summary.DefinitionId, caller.Author, ct) : saved;
            return StudioJson.Ok(new SavedAnswer(await queries.ForPageAsync(scope, result.Version, caller, ct), result.AlreadyPublished));
        }, ct);
    }
}
