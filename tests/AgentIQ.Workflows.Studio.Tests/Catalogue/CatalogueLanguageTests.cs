using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

public sealed class CatalogueLanguageTests
{
    [Theory]
    [InlineData(null, "Условие", "Да")]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "Условие", "Да")]
    [InlineData("en-GB,en;q=0.9", "Decision", "True")]
    [InlineData("de, en;q=0.5", "Decision", "True")]
    [InlineData("de", "Условие", "Да")]
    [InlineData("en;q=0.1, ru;q=0.9", "Условие", "Да")]
    [InlineData("ru;q=0, en", "Decision", "True")]
    public async Task Activities_speak_the_readers_language(string? asked, string name, string port)
    {
        await using var host = await StudioHost.StartAsync();
        var decision = (await GetAsync(host, "/descriptors/activities", asked))["items"]!.AsArray().Single(a => (string)a!["typeName"]! == "Elsa.FlowDecision")!;
        ((string)decision["displayName"]!).ShouldBe(name);
        ((string)decision["ports"]![0]!["name"]!).ShouldBe("True");
        ((string)decision["ports"]![0]!["displayName"]!).ShouldBe(port);
    }

    [Theory]
    [InlineData("/descriptors/variables")]
    [InlineData("/descriptors/storage-drivers")]
    [InlineData("/descriptors/workflow-activation-strategies")]
    [InlineData("/descriptors/incident-strategies")]
    [InlineData("/descriptors/log-persistence-strategies")]
    public async Task Lists_differ_in_their_texts_alone(string route)
    {
        await using var host = await StudioHost.StartAsync();
        var russian = (await GetAsync(host, route, "ru"))["items"]!.AsArray();
        var english = (await GetAsync(host, route, "en"))["items"]!.AsArray();
        russian.Select(i => (string)i!["typeName"]!).ShouldBe(english.Select(i => (string)i!["typeName"]!));
        russian.ShouldAllBe(i => ((string)i!["displayName"]!).Any(c => c >= 'А' && c <= 'я'));
        english.ShouldAllBe(i => !((string)i!["displayName"]!).Any(c => c >= 'А' && c <= 'я'));
    }

    private static async Task<JsonNode> GetAsync(StudioHost host, string route, string? language)
    {
        using var client = new HttpClient { BaseAddress = new Uri(host.App.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Get, StudioEndpoints.ApiPath + route);
        request.Headers.Add(TestAuthentication.HeaderName, Person.Operator.Header);
        if (language is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(language);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
