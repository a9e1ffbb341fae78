using AgentIQ.Postgres;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Facts;
using AgentIQ.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Rules.Tests.Sets;

/// <summary>How a running process hears of new versions.</summary>
public sealed class PoliciesServiceTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-7111-8111-111111111111");

    [Fact]
    public async Task A_new_version_is_taken_over_at_the_next_poll()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        using var policies = database.NewProcess();
        using var service = new PoliciesService(policies, database.Options, database.Clock, NullLogger<PoliciesService>.Instance);
        await service.StartAsync(CancellationToken.None);
        await database.Clock.WhenTimersAsync(1);
        await database.ActivateAsync(policies, Seller, "high");
        PolicyDatabase.Level(policies, Seller).ShouldBe("platform-1 low");

        database.Clock.Advance(database.Options.ReloadInterval);
        await database.Clock.WhenTimersAsync(1);
        PolicyDatabase.Level(policies, Seller).ShouldBe("seller-1 high");
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_new_version_is_taken_over_at_once_when_it_is_told()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        await using var notifications = new Notifications(database.Database.App, TimeProvider.System, NullLogger<Notifications>.Instance);
        using var policies = database.NewProcess();
        using var service = new PoliciesService(policies, database.Options, database.Clock, NullLogger<PoliciesService>.Instance, notifications);
        var taken = new TaskCompletionSource();
        policies.Swapped += (_, _) =>
        {
            if (PolicyDatabase.Level(policies, Seller) == "seller-1 high")
            {
                taken.TrySetResult();
            }
        };
        await service.StartAsync(CancellationToken.None);
        await database.ActivateAsync(policies, Seller, "high");
        await taken.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await service.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_container_gives_what_the_layers_ask_for()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging().AddSingleton(database.Database).AddSingleton<IIdSource>(new TestIds()).AddSingleton<TimeProvider>(database.Clock)
            .AddSingleton<IFactSource>(new PolicyDatabase.Layer("count")).AddRules(database.Folder);
        using var host = builder.Build();
        await host.StartAsync();
        host.Services.GetRequiredService<IPolicies>().Current(Seller, "test").Version.ToString().ShouldBe("platform-1");
        host.Services.GetRequiredService<IPolicyStore>().ShouldNotBeNull();
        host.Services.GetRequiredService<IDecisionLog>().ShouldNotBeNull();
        await host.StopAsync();
    }
}
