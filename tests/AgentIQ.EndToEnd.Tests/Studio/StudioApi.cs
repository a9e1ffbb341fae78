using System.Text.Json.Nodes;
using AgentIQ.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>What tests prepare and look up without the browser's windows, with a person's session.</summary>
internal sealed class StudioApi(IBrowserContext person)
{
    public async Task SignInAsync(string email)
    {
        var response = await PostAsync("/api/session", new { email, password = Installation.Password });
        response.Status.ShouldBe(200);
    }

    public Task<IAPIResponse> PostAsync(string path, object? body = null) => person.APIRequest.PostAsync(path, new APIRequestContextOptions
    {
        DataObject = body,
        Headers = [new("Sec-Fetch-Site", "same-origin"), new("Content-Type", "application/json")],
    });

    public async Task<JsonNode> GetAsync(string path)
    {
        var response = await person.APIRequest.GetAsync(path);
        response.Status.ShouldBe(200, await response.TextAsync());
        return JsonNode.Parse(await response.TextAsync())!;
    }

    /// <summary>Saves a definition, and publishes it or not.</summary>
    public async Task SaveAsync(JsonNode model, bool publish)
    {
        var response = await PostAsync("/elsa/api/workflow-definitions", new { model, publish });
        response.Status.ShouldBe(200, await response.TextAsync());
    }

    public Task<JsonNode> DefinitionAsync(string id) => GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?versionOptions=Latest");

    public Task<JsonNode> InstanceAsync(string id) => GetAsync($"/elsa/api/workflow-instances/{id}");
}
