using System.IO.Compression;
using System.Net;

namespace AgentIQ.Workflows.Studio.Tests.Pages;

/// <summary>How the package's files are served.</summary>
public sealed class StudioFilesTests
{
    private const string Json = "/studio/_framework/System.Text.Json.ynlsqo7xnj.wasm";

    [Theory]
    [InlineData("br, gzip, deflate", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task A_browser_gets_the_smallest_copy_that_it_takes(string? accepted, string? coding)
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.GetAsync(Json, accepted is null ? [] : [("Accept-Encoding", accepted)]);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.ShouldBe(coding is null ? [] : [coding]);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/wasm");
        response.Headers.Vary.ShouldBe(["Accept-Encoding"]);
        response.Headers.ETag!.Tag.ShouldBe($"\"3.8.2-{coding ?? "identity"}\"");
        (await UnpackAsync(response, coding)).ShouldBe(PagesHost.Text("wasm"));
    }

    [Theory]
    [InlineData("_framework/dotnet.js", "text/javascript", "no-cache")]
    [InlineData("_framework/System.Text.Json.ynlsqo7xnj.wasm", "application/wasm", "public, max-age=31536000, immutable")]
    [InlineData("_framework/icudt.oh1zvcfom8.dat", "application/octet-stream", "public, max-age=31536000, immutable")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css", "text/css", "no-cache")]
    [InlineData("_content/Radzen.Blazor/fonts/Roboto.woff2", "font/woff2", "no-cache")]
    public async Task Types_and_caching_are_exact(string file, string type, string caching)
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.GetAsync($"/studio/{file}");

        response.Content.Headers.ContentType!.ToString().ShouldBe(type);
        response.Headers.GetValues("Cache-Control").ShouldHaveSingleItem().Split(", ").ShouldBe(caching.Split(", "), ignoreOrder: true);
    }

    [Fact]
    public async Task A_copy_that_the_browser_has_is_not_sent_again()
    {
        await using var host = await PagesHost.StartAsync();
        const string Style = "/studio/_content/MudBlazor/MudBlazor.min.css";
        using var first = await host.GetAsync(Style, ("Accept-Encoding", "br"));

        using var again = await host.GetAsync(Style, ("Accept-Encoding", "br"), ("If-None-Match", first.Headers.ETag!.ToString()));
        using var otherCoding = await host.GetAsync(Style, ("Accept-Encoding", "gzip"), ("If-None-Match", first.Headers.ETag!.ToString()));

        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (again.Headers.ETag, again.Headers.Vary.Single(), again.Headers.CacheControl!.NoCache).ShouldBe((first.Headers.ETag, "Accept-Encoding", true));
        (await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        otherCoding.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_head_says_what_a_get_would_bring()
    {
        await using var host = await PagesHost.StartAsync();
        using var get = await host.GetAsync(Json, ("Accept-Encoding", "br"));

        using var head = await host.AskAsync(HttpMethod.Head, Json, person: null, ("Accept-Encoding", "br"));

        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        head.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        (await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/studio/_framework/Gone.1234567890.wasm")]
    [InlineData("/studio/_content/%2e%2e/%2e%2e/package.json")]
    [InlineData("/studio/_content/..%2f..%2fpackage.json")]
    [InlineData("/studio/_framework/dotnet.js.br")]
    [InlineData("/studio/_content/notes.scss")]
    [InlineData("/studio/package.json")]
    [InlineData("/studio/index.html")]
    [InlineData("/studio/host/0000000000000000/main.js")]
    public async Task What_is_not_meant_for_browsers_is_not_found(string path)
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.AskAsync(HttpMethod.Post, "/studio/_framework/dotnet.js");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage response, string? coding)
    {
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = coding switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
