using System.Text.Json;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Monitoring;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances.Trying;

/// <summary>The designer's Test tab: one activity alone, in memory.</summary>
internal static class TrialRoutes
{
    /// <summary>A script that runs for ever ends here.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    public static void MapTrials(this IEndpointRouteBuilder api) => api.MapPost("/tests/activities", RunAsync).ForEditors();

    private static async Task<IResult> RunAsync(
        StudioCaller caller, Database database, IActivityTrials trials, IWorkflowDefinitionQueries definitions, HttpRequest request, CancellationToken ct)
    {
        var body = await request.BodyAsync<TrialRequest>(ct);
        if ((body.ActivityHandle?.ActivityNodeId ?? body.ActivityHandle?.ActivityId) is not { Length: > 0 } activity)
        {
            return BadRequestAnswer.OfField("activityHandle", "Expected the activity's id or its node's id, got neither.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        try
        {
            var trial = await database.InTenantAsync(
                caller.TenantId,
                async scope => await FindAsync(scope, body.WorkflowDefinitionHandle, definitions, limit.Token) is { } version
                    ? await trials.RunAsync(scope, version.Summary.VersionId, activity, TestValues.Of(version.Body), limit.Token)
                    : null,
                ct);
            return trial is null ? Results.NotFound() : StudioJson.Ok(TrialAnswer.Of(trial));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return BadRequestAnswer.OfField("activityHandle", $"The activity was stopped after {Limit.TotalSeconds} s.");
        }
    }

    private static async Task<DefinitionVersion?> FindAsync(TenantScope scope, DefinitionHandle? handle, IWorkflowDefinitionQueries definitions, CancellationToken ct)
    {
        if (handle?.DefinitionVersionId is { Length: > 0 } versionId)
        {
            return await definitions.FindByIdAsync(scope, versionId, ct);
        }

        return handle?.DefinitionId is { Length: > 0 } definitionId
            ? await definitions.FindAsync(scope, definitionId, VersionOptions.TryParse(handle.VersionOptions, out var options) && handle.VersionOptions is not null ? options : VersionOptions.Latest, ct)
            : null;
    }
}

/// <summary>Which activity of which version.</summary>
internal sealed record TrialRequest
{
    public DefinitionHandle? WorkflowDefinitionHandle { get; init; }

    public ActivityHandle? ActivityHandle { get; init; }
}

/// <summary>A version by its id, or a definition's.</summary>
internal sealed record DefinitionHandle(string? DefinitionId, string? VersionOptions, string? DefinitionVersionId);

/// <summary>An activity by its id or its node's.</summary>
internal sealed record ActivityHandle(string? ActivityId, string? ActivityNodeId);

/// <summary>What the Test tab shows.</summary>
/// <param name="ActivityState">Inputs by name.</param>
/// <param name="Outputs">Outputs by name.</param>
/// <param name="Payload">With <c>Outcomes</c> when it completed.</param>
/// <param name="Exception">What went wrong, or what was left out because nothing may reach the outside.</param>
/// <param name="Status">Where it stands in the end.</param>
internal sealed record TrialAnswer(
    IReadOnlyDictionary<string, JsonElement> ActivityState, IReadOnlyDictionary<string, JsonElement> Outputs, object Payload, ExceptionState? Exception, ActivityStatus Status)
{
    public static TrialAnswer Of(ActivityTrial trial)
    {
        var leftOut = trial.LeftOut.Count == 0
            ? null
            : new ExceptionState("LeftOut", $"A test reaches nobody: {string.Join(", ", trial.LeftOut)} was not carried out. Use Run to try it with a simulated world.", StackTrace: null, InnerException: null);
        var execution = trial.Execution;
        return new TrialAnswer(execution.ActivityState, execution.Outputs, (object?)execution.Payload ?? new Dictionary<string, string>(), execution.Exception ?? leftOut, execution.Status);
    }
}
