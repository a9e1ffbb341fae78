using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Studio.Catalogue.Descriptors;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class ActivityCatalogueTests
{
    [Fact]
    public async Task Every_type_and_version_occurs_once_and_what_the_designer_needs_is_there()
    {
        await using var host = await StudioHost.StartAsync();
        var all = await ListAsync(host, Person.Operator);
        all.GroupBy(a => ((string)a["typeName"]!, (int)a["version"]!)).ShouldAllBe(g => g.Count() == 1);
        string[] hidden = ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel", "Elsa.NotFoundActivity", "Elsa.StateMachine", "Elsa.Workflow"];
        all.Where(a => hidden.Contains((string)a["typeName"]!)).ShouldAllBe(a => !(bool)a["isBrowsable"]!);
        all.Count(a => hidden.Contains((string)a["typeName"]!)).ShouldBe(hidden.Length);
    }

    [Fact]
    public async Task A_published_workflow_is_an_activity_of_its_tenant_and_its_older_versions_keep_a_descriptor()
    {
        await using var host = await StudioHost.StartAsync();
        var first = await PublishAsync(host, "one");
        var second = await PublishAsync(host, "two");

        var versions = (await ListAsync(host, Person.Operator)).Where(a => (string)a["typeName"]! == "PackParcel").ToList();
        versions.Select(v => ((int)v["version"]!, (bool)v["isBrowsable"]!)).ShouldBe([(2, true), (1, false)]);
        var newest = versions[0];
        ((string)newest["customProperties"]!["RootType"]!).ShouldBe("WorkflowDefinitionActivity");
        ((string)newest["customProperties"]!["WorkflowDefinitionVersionId"]!).ShouldBe(second);
        ((string)newest["constructionProperties"]!["WorkflowDefinitionId"]!).ShouldBe("pack");
        ((string)newest["constructionProperties"]!["LatestAvailablePublishedVersionId"]!).ShouldBe(second);
        ((string)versions[1]["constructionProperties"]!["WorkflowDefinitionVersionId"]!).ShouldBe(first);
        newest["inputs"]!.AsArray().Select(i => (string)i!["name"]!).ShouldBe(["Weight"]);
        newest["ports"]!.AsArray().Select(p => ((string)p!["name"]!, (string)p["type"]!, (bool)p["isBrowsable"]!))
            .ShouldBe([("Root", "Embedded", false), ("Packed", "Flow", true), ("TooHeavy", "Flow", true)]);
        (await ListAsync(host, Person.Stranger)).ShouldNotContain(a => (string)a["typeName"]! == "PackParcel");

        using var client = host.As(Person.Operator);
        ((int)(await client.GetAsync("/descriptors/activities/PackParcel")).JsonOf(200)["version"]!).ShouldBe(2);
        ((int)(await client.GetAsync("/descriptors/activities/PackParcel?version=1")).JsonOf(200)["version"]!).ShouldBe(1);
        (await client.GetAsync("/descriptors/activities/PackNothing")).Status.ShouldBe(404);
        using var stranger = host.As(Person.Stranger);
        (await stranger.GetAsync("/descriptors/activities/PackParcel")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task A_workflow_that_was_taken_back_leaves_the_palette_and_keeps_its_descriptor()
    {
        await using var host = await StudioHost.StartAsync();
        await PublishAsync(host, "one");
        await host.Database.InTenantAsync(
            Person.Seller, scope => host.Services.GetRequiredService<IWorkflowDefinitions>().RetractAsync(scope, "pack", "Марина", CancellationToken.None), CancellationToken.None);
        ((bool)(await ListAsync(host, Person.Operator)).Single(a => (string)a["typeName"]! == "PackParcel")["isBrowsable"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_not_changed_is_not_made_again()
    {
        await using var host = await StudioHost.StartAsync();
        var catalogue = host.Services.GetRequiredService<ActivityCatalogue>();
        await ListAsync(host, Person.Operator);
        await ListAsync(host, Person.Manager);
        catalogue.Written.ShouldBe(1);
        await ListAsync(host, Person.Stranger);
        catalogue.Written.ShouldBe(2);
        await PublishAsync(host, "one");
        (await ListAsync(host, Person.Operator)).ShouldContain(a => (string)a["typeName"]! == "PackParcel");
        await ListAsync(host, Person.Operator);
        catalogue.Written.ShouldBe(3);
    }

    [Fact]
    public async Task A_warm_answer_is_quick()
    {
        await using var host = await StudioHost.StartAsync();
        using var client = host.As(Person.Operator);
        var times = new List<double>();
        for (var call = 0; call < 41; call++)
        {
            var began = Stopwatch.GetTimestamp();
            (await client.GetAsync("/descriptors/activities")).Status.ShouldBe(200);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        // The target is 20 ms on a machine that does nothing else; ten times that shows something that grew, and no busy machine.
        var median = times.Order().ElementAt(times.Count / 2);
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"median {median:F2} ms, first {times[0]:F1} ms"));
        median.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task A_browser_that_has_the_answer_gets_no_body_and_one_that_can_gets_it_compressed()
    {
        await using var host = await StudioHost.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(host.App.Urls.First()) };
        var plain = await SendAsync(client);
        plain.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        var tag = plain.Headers.ETag!.ToString();

        using var brotli = await SendAsync(client, ("Accept-Encoding", "gzip, br"));
        brotli.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        await using var stream = new BrotliStream(await brotli.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        JsonNode.DeepEquals(
            await JsonNode.ParseAsync(stream, cancellationToken: TestContext.Current.CancellationToken),
            JsonNode.Parse(await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))).ShouldBeTrue();

        using var known = await SendAsync(client, ("If-None-Match", tag));
        known.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var other = await SendAsync(client, ("If-None-Match", tag), ("Accept-Language", "en"));
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_database_the_last_known_list_is_better_than_none()
    {
        var log = new ErrorLog();
        var broken = new BreakableCatalog();
        await using var host = await StudioHost.StartAsync(services => services.AddSingleton<IWorkflowActivityCatalog>(broken).AddSingleton<ILoggerProvider>(log));
        var before = await ListAsync(host, Person.Operator);
        broken.IsBroken = true;
        (await ListAsync(host, Person.Operator)).Count.ShouldBe(before.Count);
        (await ListAsync(host, Person.Stranger)).ShouldContain(a => (string)a["typeName"]! == "Elsa.Flowchart");
        log.Lines.Count.ShouldBe(2);
    }

    private static async Task<List<JsonNode>> ListAsync(StudioHost host, Person person)
    {
        using var client = host.As(person);
        return [.. (await client.GetAsync("/descriptors/activities?Refresh=True")).JsonOf(200)["items"]!.AsArray().Select(a => a!)];
    }

    private static Task<string> PublishAsync(StudioHost host, string text)
    {
        var json = $$$"""
            {"definitionId":"pack","name":"Pack parcel","options":{"usableAsActivity":true},"outcomes":["Packed","TooHeavy"],
             "inputs":[{"name":"Weight","type":"Double","uiHint":"singleline"}],
             "root":{"id":"flow","type":"Elsa.Flowchart","version":1,"activities":[
               {"id":"say","type":"Elsa.WriteLine","version":1,"text":{"expression":{"type":"Literal","value":"{{{text}}}" } } }],"connections":[]}}
            """;
        return host.Database.InTenantAsync(
            Person.Seller, scope => host.Services.GetRequiredService<IWorkflowDefinitions>().PublishAsync(scope, json, "Марина", CancellationToken.None), CancellationToken.None);
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"{StudioEndpoints.ApiPath}/descriptors/activities");
        request.Headers.Add(TestAuthentication.HeaderName, Person.Operator.Header);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private sealed class BreakableCatalog : IWorkflowActivityCatalog
    {
        public bool IsBroken { get; set; }

        public Task<IReadOnlyList<ActivityDescriptor>> ListAsync(TenantScope scope, CancellationToken ct) => throw new NotSupportedException();

        public Task<IReadOnlyList<UsableWorkflow>> ListVersionsAsync(TenantScope scope, CancellationToken ct) => Task.FromResult<IReadOnlyList<UsableWorkflow>>([]);

        public Task<string> FingerprintAsync(TenantScope scope, CancellationToken ct) =>
            IsBroken ? throw new InvalidOperationException("gone") : Task.FromResult("one");
    }
}
