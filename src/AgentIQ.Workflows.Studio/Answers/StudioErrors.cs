using System.Text.Json;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Studio.Definitions;
using AgentIQ.Workflows.Studio.Instances;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Answers;

/// <summary>Turns what the engine refuses into the answers that the designer understands. What is not named here is an error of ours: 500.</summary>
internal sealed class StudioErrors : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception e) when (e is DefinitionNotFoundException or WorkflowNotFoundException)
        {
            return Results.NotFound();
        }
        catch (ActivitiesLostException e)
        {
            return BadRequestAnswer.OfField("model", DefinitionRefusals.Of(e, context.HttpContext.Request.Language()));
        }
        catch (InvalidDefinitionException e)
        {
            return BadRequestAnswer.OfField("model", DefinitionRefusals.Of(e, context.HttpContext.Request.Language()));
        }
        catch (DefinitionConflictException e)
        {
            return BadRequestAnswer.OfField("model", DefinitionRefusals.Of(e, context.HttpContext.Request.Language()));
        }
        catch (JsonException e)
        {
            return BadRequestAnswer.OfField("model", $"The body is not the JSON that was expected: {e.Message}");
        }
        catch (Exception e) when (e is DefinitionRefusedException or ActivationRefusedException or DraftRunRefusedException or InstanceRefusedException)
        {
            return BadRequestAnswer.Of(e.Message);
        }
    }
}
