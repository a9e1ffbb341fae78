using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace AgentIQ.Workflows.Studio.Tests.Support;

/// <summary>Sends what the designer sends.</summary>
internal sealed class StudioClient : IDisposable
{
    private readonly HttpClient _http;

    public StudioClient(Uri origin, Person? person)
    {
        _http = new HttpClient { BaseAddress = origin };
        if (person is not null)
        {
            _http.DefaultRequestHeaders.Add(TestAuthentication.HeaderName, person.Header);
        }
    }

    /// <summary>Sends and returns status and body, whatever they are.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="route">Relative to the API's base, beginning with a slash.</param>
    /// <param name="body">JSON text, or anything that becomes JSON; null: no body.</param>
    public async Task<Answer> SendAsync(HttpMethod method, string route, object? body = null)
    {
        using var request = new HttpRequestMessage(method, StudioEndpoints.ApiPath + route);
        request.Content = body switch
        {
            null => null,
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            HttpContent content => content,
            _ => JsonContent.Create(body, options: WorkflowJson.Options),
        };
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer((int)response.StatusCode, bytes, headers);
    }

    public Task<Answer> GetAsync(string route) => SendAsync(HttpMethod.Get, route);

    public Task<Answer> PostAsync(string route, object? body) => SendAsync(HttpMethod.Post, route, body);

    public Task<Answer> DeleteAsync(string route) => SendAsync(HttpMethod.Delete, route);

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Bytes">The body.</param>
/// <param name="Headers">All headers by name.</param>
internal sealed record Answer(int Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonNode Json => JsonNode.Parse(Bytes) ?? throw new InvalidOperationException($"{Status}: the body is null or empty.");

    /// <summary>The body after the status was checked.</summary>
    public JsonNode JsonOf(int status)
    {
        Status.ShouldBe(status, Text);
        return Json;
    }
}
