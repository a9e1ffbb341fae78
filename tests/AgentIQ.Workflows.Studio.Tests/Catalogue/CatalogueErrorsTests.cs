using System.Text;
using AgentIQ.Workflows.Studio.Catalogue;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class CatalogueErrorsTests
{
    [Fact]
    public async Task A_failure_inside_is_an_empty_list_and_a_line_in_the_log()
    {
        var log = new ErrorLog();
        var services = new ServiceCollection().AddLogging(l => l.AddProvider(log)).BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services, Response = { Body = new MemoryStream() }, Request = { Path = "/elsa/api/descriptors/variables" } };
        var filter = new CatalogueErrors(services.GetRequiredService<ILogger<CatalogueErrors>>());

        var answer = await filter.InvokeAsync(new DefaultEndpointFilterInvocationContext(http), _ => throw new InvalidOperationException("broken"));
        await answer.ShouldBeAssignableTo<IResult>()!.ExecuteAsync(http);

        http.Response.StatusCode.ShouldBe(200);
        Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()).ShouldBe("""{"items":[],"count":0}""");
        log.Lines.ShouldHaveSingleItem().ShouldContain("/elsa/api/descriptors/variables");
    }

    [Fact]
    public async Task Resilience_strategies_are_the_applications()
    {
        await using var host = await StudioHost.StartAsync();
        host.Services.GetRequiredService<WorkflowOptions>().ResilienceStrategies["patient"] = Activities.EffectPolicy.Default;
        using var client = host.As(Person.Operator);
        (await client.GetAsync("/resilience/strategies?category=HTTP")).JsonOf(200).ToJsonString().ShouldBe("""{"items":[{"id":"patient","displayName":"patient"}],"count":1}""");
    }
}
