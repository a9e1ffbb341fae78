using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Security;

/// <summary>HTTP endpoints of workflows: the seller's own people, and nobody else unless the installation allows it.</summary>
public sealed class WorkflowEndpointTests
{
    private const string Definition =
        """
        {"definitionId": "door", "root": {"id": "flow", "type": "Elsa.Flowchart", "connections": [], "activities": [
          {"id": "in", "type": "Elsa.HttpEndpoint", "path": {"expression": {"type": "Literal", "value": "door"}},
           "authorize": {"expression": {"type": "Literal", "value": "AUTHORIZE"}}, "customProperties": {"canStartWorkflow": true}}]}}
        """;

    [Theory]
    [InlineData("true", false, null, 401)]
    [InlineData("true", false, "other", 403)]
    [InlineData("true", false, "own", 504)]
    [InlineData("false", false, null, 403)]
    [InlineData("false", true, null, 504)]
    public async Task Who_may_call(string authorize, bool isPublic, string? who, int status)
    {
        await using var desk = await Desk.StartAsync(options => options with
        {
            PublicWorkflows = isPublic,
            // Nothing works on the queue here, so whoever gets in waits in vain, and not for long.
            Services = services => ((WorkflowOptions)services.Single(s => s.ServiceType == typeof(WorkflowOptions)).ImplementationInstance!).Http.RequestTimeout = TimeSpan.Zero,
        });
        await desk.InTenantAsync(Desk.Seller, scope => desk.Services.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, Definition.Replace("AUTHORIZE", authorize), "test", CancellationToken.None));
        using var browser = who switch
        {
            "own" => await desk.SignInAsync(TeamRole.Operator),
            "other" => await desk.SignInAsync(Desk.OtherOwner),
            _ => desk.Browser(),
        };

        (await browser.GetAsync($"/workflows/{Desk.Seller}/door")).StatusCode.ShouldBe((HttpStatusCode)status);
        (await browser.GetAsync($"/workflows/{Desk.OtherSeller}/door")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await browser.GetAsync($"/workflows/{Guid.Empty}/door")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }
}
