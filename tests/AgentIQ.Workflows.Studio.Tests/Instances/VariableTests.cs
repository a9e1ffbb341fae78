using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>Changing variables of an instance that waits.</summary>
public sealed class VariableTests
{
    [Fact]
    [Exchange("091-wi-variables-post")]
    public async Task A_value_is_changed_converted_kept_and_recorded()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var manager = host.As(Person.Manager);

        var answer = await manager.PostAsync($"/workflow-instances/{id}/variables", """{"variables":[{"id":"v1","value":"7"}]}""");

        answer.ShouldAgreeWith("091-wi-variables-post");
        answer.Json["items"]![0]!["value"]!.GetValue<int>().ShouldBe(7);
        (await manager.GetAsync($"/workflow-instances/{id}/variables")).JsonOf(200)["items"]![0]!["value"]!.GetValue<int>().ShouldBe(7);
        var ct = TestContext.Current.CancellationToken;
        var actions = await host.Database.InTenantAsync(Person.Seller, scope => host.Services.GetRequiredService<IIncidents>().ActionsAsync(scope, id, ct), ct);
        actions.Select(a => $"{a.Action} {a.Actor} {a.Detail}").ShouldBe(["set_variables Марина v1"]);
        (await manager.GetAsync($"/workflow-instances/{id}")).JsonOf(200)["subStatus"]!.GetValue<string>().ShouldBe("Suspended");
    }

    [Theory]
    [InlineData("""{"variables":[{"id":"nope","value":1}]}""", "nope")]
    [InlineData("""{"variables":[{"id":"v1","value":"seven"}]}""", "'A'")]
    [InlineData("""{"variables":[{"id":"v2","value":1}]}""", "'B'")]
    public async Task What_does_not_fit_is_refused_and_changes_nothing(string body, string text)
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        using var manager = host.As(Person.Manager);

        (await manager.PostAsync($"/workflow-instances/{id}/variables", body)).JsonOf(400)["message"]!.GetValue<string>().ShouldContain(text);

        (await manager.GetAsync($"/workflow-instances/{id}/variables")).JsonOf(200)["items"]![0]!["value"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Only_an_instance_of_the_own_seller_that_waits_is_changed()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick, Samples.Waiting);
        var (ended, waiting) = (await host.StartAsync("quick"), await host.StartAsync("waiting"));
        using var manager = host.As(Person.Manager);
        using var stranger = host.As(Person.Stranger);

        (await manager.PostAsync($"/workflow-instances/{ended}/variables", """{"variables":[{"id":"v1","value":1}]}""")).JsonOf(400)["message"]!.GetValue<string>().ShouldContain("Finished");
        (await manager.PostAsync($"/workflow-instances/{waiting}/variables", "{}")).JsonOf(200)["count"]!.GetValue<int>().ShouldBe(2);
        (await manager.PostAsync("/workflow-instances/nope/variables", "{}")).Status.ShouldBe(404);
        (await stranger.PostAsync($"/workflow-instances/{waiting}/variables", "{}")).Status.ShouldBe(404);
    }
}
