using System.Net;
using AgentIQ.Server.Health;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace AgentIQ.Server.Tests.Health;

public sealed class HealthTests
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/startup")]
    public async Task A_started_server_is_healthy(string path)
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        (await browser.JsonAsync(path)).GetProperty("status").GetString().ShouldBe("healthy");
    }

    [Fact]
    public async Task Without_its_database_it_lives_but_is_not_ready_and_does_not_say_why_to_strangers()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();
        await desk.Database.DisposeAsync();

        var ready = await browser.GetAsync("/health/ready");

        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var check = (await Browser.ReadAsync(ready)).GetProperty("checks").GetProperty("database");
        check.GetProperty("status").GetString().ShouldBe("unhealthy");
        check.GetProperty("detail").GetString().ShouldBe("PostgreSQL does not answer");
        (await browser.GetAsync("/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Until_the_start_is_over_it_is_neither_started_nor_ready()
    {
        var state = new StartupState();
        var nothing = new HealthCheckContext();

        (await new StartupCheck(state).CheckHealthAsync(nothing)).Status.ShouldBe(HealthStatus.Unhealthy);
        (await new MigrationsCheck(state).CheckHealthAsync(nothing)).Status.ShouldBe(HealthStatus.Unhealthy);
        state.Migrated();
        state.Finished();
        (await new StartupCheck(state).CheckHealthAsync(nothing)).Status.ShouldBe(HealthStatus.Healthy);
        (await new MigrationsCheck(state).CheckHealthAsync(nothing)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_stopping_server_asks_for_no_more_traffic()
    {
        await using var desk = await Desk.StartAsync();
        var lifetime = desk.Services.GetRequiredService<IHostApplicationLifetime>();
        var check = new ServingCheck(lifetime);
        (await check.CheckHealthAsync(new HealthCheckContext())).Status.ShouldBe(HealthStatus.Healthy);

        lifetime.StopApplication();

        (await check.CheckHealthAsync(new HealthCheckContext())).Status.ShouldBe(HealthStatus.Unhealthy);
    }
}
