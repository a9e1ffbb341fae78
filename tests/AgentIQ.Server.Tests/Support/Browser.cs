using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AgentIQ.Server.Tests;

/// <summary>An HTTP client that keeps cookies and follows nothing.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(Uri address)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public Uri Address => _client.BaseAddress!;

    public Task<HttpResponseMessage> SignInAsync(string email, string password)
        => _client.PostAsJsonAsync("/api/session", new { email, password }, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Get, path, null, headers);

    /// <summary>Posts, and returns at the first byte of the answer.</summary>
    public Task<HttpResponseMessage> StreamAsync(string path, object body)
        => _client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonElement> JsonAsync(string path) => await ReadAsync(await GetAsync(path));

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
        => await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    public void Dispose() => _client.Dispose();
}
