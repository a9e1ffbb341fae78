using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Contract;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>The list of instances.</summary>
public sealed class ListTests
{
    private const string Everything =
        """
        {"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":[],"correlationId":null,"version":null,"hasIncidents":null,"isSystem":false,"status":null,
         "statuses":[],"subStatus":null,"subStatuses":[],"orderBy":null,"orderDirection":"Descending","timestampFilters":[]}
        """;

    [Fact]
    public async Task An_empty_list_is_a_list()
    {
        await using var host = await StudioHost.StartAsync();
        using var manager = host.As(Person.Operator);

        (await manager.PostAsync("/workflow-instances", Everything)).JsonOf(200).ToJsonString().ShouldBe("""{"items":[],"totalCount":0}""");
        (await manager.GetAsync("/workflow-instances")).JsonOf(200).ToJsonString().ShouldBe("""{"items":[],"totalCount":0}""");
        (await manager.PostAsync("/workflow-instances", body: null)).JsonOf(200)["totalCount"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    [Exchange("085-wi-list")]
    [Exchange("086-wi-list-post")]
    [Exchange("108-wi-list-suspended")]
    [Exchange("121-wi-list-faulted")]
    public async Task The_newest_comes_first_and_filters_limit()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting, Samples.Quick, Samples.Faulting);
        using var manager = host.As(Person.Manager);
        await host.StartAsync("quick", "c");
        await host.StartAsync("faulting", "c");
        var first = await host.StartAsync("waiting", "c");
        var second = await host.StartAsync("waiting", "c");

        var all = await manager.GetAsync("/workflow-instances?page=0&pageSize=5");
        all.ShouldAgreeWith("085-wi-list");
        Ids(all)[..2].ShouldBe([second, first]);
        all.Json["totalCount"]!.GetValue<int>().ShouldBe(4);
        Ids(await manager.GetAsync("/workflow-instances?Page=1&PageSize=2")).Count.ShouldBe(2);

        string[] extra = ["correlationId"];
        var waiting = await manager.PostAsync(
            "/workflow-instances",
            """{"page":0,"pageSize":1,"definitionId":"waiting","statuses":["Running"],"subStatuses":["Suspended"],"orderBy":"Created","orderDirection":"Descending"}""");
        waiting.ShouldAgreeWith("086-wi-list-post", extra);
        (Ids(waiting).Single(), waiting.Json["totalCount"]!.GetValue<int>()).ShouldBe((second, 2));
        (await manager.PostAsync("/workflow-instances", """{"definitionId":"waiting","status":"Running"}""")).ShouldAgreeWith("108-wi-list-suspended", extra);
        var faulted = await manager.PostAsync("/workflow-instances", """{"hasIncidents":true}""");
        faulted.ShouldAgreeWith("121-wi-list-faulted", extra);
        faulted.Json["items"]!.AsArray().Single()!["incidentCount"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"searchTerm":"QUIC"}""", "q")]
    [InlineData("""{"searchTerm":"Курьер"}""", "w")]
    [InlineData("""{"searchTerm":"run"}""", "q")]
    [InlineData("""{"searchTerm":"заказ_7"}""", "")]
    [InlineData("""{"searchTerm":"аказ-7"}""", "w")]
    [InlineData("""{"searchTerm":"%"}""", "")]
    [InlineData("""{"correlationId":"заказ-7"}""", "w")]
    [InlineData("""{"definitionIds":["quick","waiting"]}""", "qw")]
    [InlineData("""{"statuses":["Finished"]}""", "q")]
    [InlineData("""{"statuses":["Finished","Running"]}""", "qw")]
    [InlineData("""{"subStatuses":["Interrupted"]}""", "")]
    [InlineData("""{"subStatuses":["Suspended","Interrupted"]}""", "w")]
    [InlineData("""{"hasIncidents":true}""", "")]
    [InlineData("""{"hasIncidents":false}""", "qw")]
    [InlineData("""{"isSystem":true}""", "")]
    [InlineData("""{"version":2}""", "")]
    [InlineData("""{"ids":["nope"]}""", "")]
    [InlineData("""{"orderBy":"Name","orderDirection":"Ascending"}""", "qw")]
    [InlineData("""{"orderBy":"Finished"}""", "qw")]
    [InlineData("""{"orderBy":"LastExecuted"}""", "wq")]
    [InlineData("""{"orderBy":"Created","orderDirection":"Ascending"}""", "qw")]
    [InlineData("""{"timestampFilters":[{"column":"CreatedAt","operator":"Is","timestamp":"2026-11-20T12:00:00+03:00"}]}""", "q")]
    [InlineData("""{"timestampFilters":[{"column":"CreatedAt","operator":"IsNot","timestamp":"2026-11-20T12:00:00+03:00"}]}""", "w")]
    [InlineData("""{"timestampFilters":[{"column":"UpdatedAt","operator":"LessThan","timestamp":"2026-11-20T09:30:00Z"}]}""", "q")]
    [InlineData("""{"timestampFilters":[{"column":"UpdatedAt","operator":"GreaterThanOrEqual","timestamp":"2026-11-20T10:00:00Z"}]}""", "w")]
    [InlineData("""{"timestampFilters":[{"column":"FinishedAt","operator":"LessThanOrEqual","timestamp":"2026-11-20T10:00:00Z"}]}""", "q")]
    [InlineData("""{"timestampFilters":[{"column":"FinishedAt","operator":"IsNot","timestamp":"2026-11-20T09:00:00Z"}]}""", "w")]
    [InlineData("""{"timestampFilters":[{"column":"CreatedAt","operator":"GreaterThan","timestamp":"2026-11-20T09:00:00Z"},{"column":"UpdatedAt","operator":"GreaterThan","timestamp":"2026-11-20T11:00:00Z"}]}""", "")]
    public async Task Each_filter_finds_what_it_says(string filter, string expected)
    {
        await using var host = await InstanceHost.WithAsync(Samples.Quick, Samples.Flow("waiting", [Samples.Activity("Event1", "Elsa.Event", ("eventName", Samples.Literal("String", "Go")))], [], name: "Курьер"));
        var quick = await host.StartAsync("quick");
        host.Time.Advance(TimeSpan.FromHours(1));
        var waiting = await host.StartAsync("waiting", "заказ-7");
        using var manager = host.As(Person.Manager);

        var found = Ids(await manager.PostAsync("/workflow-instances", filter)).Select(id => id == quick ? 'q' : id == waiting ? 'w' : '?');

        string order = string.Concat(found);
        (filter.Contains("orderBy", StringComparison.Ordinal) ? order : string.Concat(order.Order())).ShouldBe(expected);
        var query = string.Join('&', JsonNode.Parse(filter)!.AsObject().SelectMany(p => (p.Value as JsonArray ?? [p.Value!.DeepClone()]).Select(v => $"{p.Key}={Uri.EscapeDataString(v!.ToString())}")));
        string.Concat(Ids(await manager.GetAsync("/workflow-instances?" + query)).Select(id => id == quick ? 'q' : 'w')).ShouldBe(order);
    }

    [Fact]
    public async Task An_id_finds_its_instance_and_only_the_own_sellers()
    {
        await using var host = await InstanceHost.WithAsync(Samples.Waiting);
        var id = await host.StartAsync("waiting");
        await host.PublishAsync(Samples.Waiting, Person.OtherSeller);
        var theirs = await host.StartAsync("waiting", tenant: Person.OtherSeller);
        using var manager = host.As(Person.Manager);

        Ids(await manager.PostAsync("/workflow-instances", new { searchTerm = id })).ShouldBe([id]);
        Ids(await manager.PostAsync("/workflow-instances", new { ids = new[] { id, theirs } })).ShouldBe([id]);
        Ids(await manager.PostAsync("/workflow-instances", new { searchTerm = theirs })).ShouldBeEmpty();
        (await manager.PostAsync("/workflow-instances", """{"timestampFilters":[{"column":"Nope","operator":"Is","timestamp":"2026-11-20T09:00:00Z"}]}""")).Status.ShouldBe(400);
    }

    private static List<Guid> Ids(Answer answer) => [.. answer.JsonOf(200)["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>())];
}
