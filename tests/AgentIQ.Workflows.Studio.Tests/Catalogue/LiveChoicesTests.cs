using System.Text.Json.Nodes;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Studio.Catalogue.Choices;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class LiveChoicesTests
{
    private readonly Colours _colours = new();
    private readonly ErrorLog _log = new();

    [Fact]
    public async Task A_tenant_sees_its_own_choices_and_nobody_elses()
    {
        await using var host = await StartAsync();
        (await ItemsAsync(host, Person.Operator)).ToJsonString().ShouldContain($"red of {Person.Seller} in ru");
        var other = (await ItemsAsync(host, Person.Stranger)).ToJsonString();
        other.ShouldContain($"red of {Person.OtherSeller} in ru");
        other.ShouldNotContain(Person.Seller.ToString());
    }

    [Fact]
    public async Task The_options_route_gives_the_same_choices()
    {
        await using var host = await StartAsync();
        using var client = host.As(Person.Operator);
        var options = (await client.PostAsync("/descriptors/activities/Test.Pick/options/Colour", """{"context":{"Colour":"red"}}""")).JsonOf(200);
        JsonNode.DeepEquals(options["items"]!["dropdown"]!["selectList"]!["items"], await ItemsAsync(host, Person.Operator)).ShouldBeTrue();
        (await client.PostAsync("/descriptors/activities/Test.Pick/options/Nothing", "{}")).JsonOf(200)["items"]!.AsObject().ShouldBeEmpty();
        (await client.PostAsync("/descriptors/activities/Test.Nothing/options/Nothing", "{}")).JsonOf(200)["items"]!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_list_is_kept_for_seconds_and_then_asked_for_again()
    {
        await using var host = await StartAsync();
        await ItemsAsync(host, Person.Operator);
        _colours.Colour = "blue";
        (await ItemsAsync(host, Person.Operator)).ToJsonString().ShouldContain("red of");
        _colours.Asked.ShouldBe(1);
        host.Time.Advance(LiveChoices.Age + TimeSpan.FromSeconds(1));
        (await ItemsAsync(host, Person.Operator)).ToJsonString().ShouldContain("blue of");
        _colours.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task A_provider_that_fails_gives_no_choices_and_a_line_in_the_log()
    {
        _colours.Colour = string.Empty;
        await using var host = await StartAsync();
        (await ItemsAsync(host, Person.Operator)).AsArray().ShouldBeEmpty();
        _log.Lines.ShouldHaveSingleItem().ShouldBe("The choices 'colours' could not be listed; the designer shows none. no paint");
    }

    [Fact]
    public async Task An_input_whose_provider_is_missing_has_no_choices_and_the_log_says_which()
    {
        await using var host = await StudioHost.StartAsync(services => services.AddActivity<Pick>().AddSingleton<ILoggerProvider>(_log));
        (await ItemsAsync(host, Person.Operator)).AsArray().ShouldBeEmpty();
        _log.Lines.ShouldHaveSingleItem().ShouldContain("'colours'");
    }

    private Task<StudioHost> StartAsync() => StudioHost.StartAsync(services =>
        services.AddActivity<Pick>().AddSingleton<IActivityChoices>(_colours).AddSingleton<ILoggerProvider>(_log));

    private static async Task<JsonNode> ItemsAsync(StudioHost host, Person person)
    {
        using var client = host.As(person);
        var pick = (await client.GetAsync("/descriptors/activities")).JsonOf(200)["items"]!.AsArray().Single(a => (string)a!["typeName"]! == "Test.Pick")!;
        ((string)pick["inputs"]![0]!["uiHint"]!).ShouldBe("dropdown");
        return pick["inputs"]![0]!["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!;
    }
}
