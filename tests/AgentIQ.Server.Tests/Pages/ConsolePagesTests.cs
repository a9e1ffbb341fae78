using System.Net;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Tests.Pages;

public sealed class ConsolePagesTests : IDisposable
{
    private readonly DirectoryInfo _dist = Directory.CreateTempSubdirectory("agentiq-console-");

    public ConsolePagesTests()
    {
        File.WriteAllText(Path.Combine(_dist.FullName, "index.html"), "<!doctype html><title>console</title>");
        _dist.CreateSubdirectory("assets");
        File.WriteAllText(Path.Combine(_dist.FullName, "assets", "app-1a2b3c.js"), "console.log(1)");
    }

    public void Dispose() => _dist.Delete(recursive: true);

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/inbox/needs_reply")]
    public async Task Every_address_of_a_page_is_the_console_and_is_asked_for_again(string path)
    {
        await using var desk = await StartAsync();
        using var browser = desk.Browser();

        var response = await browser.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<title>console");
    }

    [Fact]
    public async Task An_asset_is_kept_for_ever_and_a_missing_one_is_not_a_page()
    {
        await using var desk = await StartAsync();
        using var browser = desk.Browser();

        (await browser.GetAsync("/assets/app-1a2b3c.js")).Headers.CacheControl!.ToString().ShouldContain("immutable");
        (await browser.GetAsync("/assets/app-old.js")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/api/no")]
    [InlineData("/hubs/no")]
    [InlineData("/health/no")]
    [InlineData("/metrics/no")]
    public async Task What_belongs_to_programs_is_never_a_page(string path)
    {
        await using var desk = await StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Owner);

        await (await browser.GetAsync(path)).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Without_a_built_console_the_page_says_what_to_run()
    {
        var empty = _dist.CreateSubdirectory("empty");
        await using var desk = await Desk.StartAsync(options => options with { ConsoleFolder = empty.FullName });
        using var browser = desk.Browser();

        var response = await browser.GetAsync("/");

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("./agentiq run");
    }

    private Task<Desk> StartAsync() => Desk.StartAsync(options => options with { ConsoleFolder = _dist.FullName });
}
