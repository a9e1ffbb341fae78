using System.IO.Compression;
using System.Net;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Pages;
using AgentIQ.Workflows.Studio.Tests.Support;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Tests.Pages;

/// <summary>The pages and files alone on a real Kestrel that compresses, with a small package of the test's own.</summary>
internal sealed class PagesHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private PagesHost(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts it.</summary>
    /// <param name="hasPackage">Whether the package has been installed.</param>
    public static async Task<PagesHost> StartAsync(bool hasPackage = true)
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-studio-");
        if (hasPackage)
        {
            Install(folder);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddAuthentication(TestAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, TestAuthentication>(TestAuthentication.SchemeName, configureOptions: null);
        builder.Services.AddAuthorizationBuilder().AddPolicy(StudioPolicies.View, policy => policy.RequireAuthenticatedUser());
        builder.Services.AddResponseCompression();
        builder.Services.AddWorkflowsStudio(studio => studio.PackageFolder = folder.FullName);
        var app = builder.Build();
        app.UseResponseCompression();
        app.UseWorkflowsStudioFiles();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStudioPages();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new PagesHost(app, folder);
    }

    /// <summary>Asks as somebody, and neither follows redirects nor unpacks anything.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, Person? person = null, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None });
        using var request = new HttpRequestMessage(method, new Uri(Address, path));
        if (person is not null)
        {
            request.Headers.Add(TestAuthentication.HeaderName, person.Header);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) => AskAsync(HttpMethod.Get, path, person: null, headers);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void Install(DirectoryInfo folder)
    {
        Write(folder, "package.json", """{"name":"@elsa-workflows/elsa-studio-wasm","version":"3.8.2"}""");
        Write(folder, "index.html", "<title>stock page</title>");
        Compressed(folder, "_framework/dotnet.js", Text("dotnet"));
        Compressed(folder, "_framework/System.Text.Json.ynlsqo7xnj.wasm", Text("wasm"));
        Compressed(folder, "_framework/icudt.oh1zvcfom8.dat", Text("icu"));
        Compressed(folder, "_content/MudBlazor/MudBlazor.min.css", Text("css"));
        Write(folder, "_content/Radzen.Blazor/fonts/Roboto.woff2", Text("font"));
        Write(folder, "_content/notes.scss", Text("scss"));
    }

    /// <summary>Long enough that a server would compress it.</summary>
    public static string Text(string what) => string.Join('\n', Enumerable.Repeat($"/* {what} */", 200));

    private static void Compressed(DirectoryInfo folder, string name, string text)
    {
        Write(folder, name, text);
        using var brotli = new BrotliStream(File.Create(Path.Combine(folder.FullName, name + ".br")), CompressionLevel.Optimal);
        brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
        using var gzip = new GZipStream(File.Create(Path.Combine(folder.FullName, name + ".gz")), CompressionLevel.Optimal);
        gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }

    private static void Write(DirectoryInfo folder, string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
