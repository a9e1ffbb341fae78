using AgentIQ.Workflows;
using AgentIQ.Workflows.Scheduling;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Api.Workflows;

public sealed class SellerSchedulesTests
{
    private static readonly string Hourly = Samples.Flow(
        "hourly",
        "Каждый час",
        [
            Samples.Activity("tick", "Elsa.Timer", null, ("interval", Samples.Literal("01:00:00")), ("customProperties", new { canStartWorkflow = true })),
            Samples.Activity("end", "Elsa.WriteLine", null),
        ],
        ["tick>end"]);

    [Fact]
    public async Task A_schedule_of_the_release_runs_for_every_seller()
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-schedules-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "hourly.json"), Hourly, TestContext.Current.CancellationToken);
        await using var desk = await Desk.StartAsync(options => options with
        {
            Services = services => ((WorkflowOptions)services.Single(s => s.ServiceType == typeof(WorkflowOptions)).ImplementationInstance!).DefinitionsFolder = folder.FullName,
        });
        await desk.Services.GetRequiredService<ScheduleProjection>().ReconcileAsync(TestContext.Current.CancellationToken);

        desk.Time.Advance(TimeSpan.FromHours(1));
        await desk.PumpAsync();

        foreach (var seller in (Guid[])[Desk.Seller, Desk.OtherSeller])
        {
            await desk.InTenantAsync(seller, async scope => (await scope.Connection.QueryAsync<string>("SELECT definition_id FROM workflow_instances")).ShouldBe(["hourly"]));
        }

        folder.Delete(recursive: true);
    }
}
