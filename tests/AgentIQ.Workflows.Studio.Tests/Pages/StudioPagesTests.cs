using System.Net;
using System.Text.RegularExpressions;
using AgentIQ.Workflows.Studio.Pages;
using AgentIQ.Workflows.Studio.Pages.Files;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Pages;

/// <summary>The pages around the designer's elements.</summary>
public sealed class StudioPagesTests
{
    [Theory]
    [InlineData("/studio/definitions", "definition-list", "")]
    [InlineData("/studio/definitions/lifecycle?page=2&search=x", "definition-editor", "lifecycle")]
    [InlineData("/studio/instances", "instance-list", "")]
    [InlineData("/studio/instances/i-1", "instance-viewer", "i-1")]
    public async Task Each_screen_has_its_page(string path, string screen, string id)
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.AskAsync(HttpMethod.Get, path, Person.Operator);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        response.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem().ShouldBe(StudioSecurityPolicy.Value);
        var page = await TextAsync(response);
        page.ShouldContain("<base href=\"/studio/\">");
        page.ShouldContain($"data-screen=\"{screen}\" data-id=\"{id}\"");
        page.ShouldNotContain("{{");
    }

    [Theory]
    [InlineData("?lang=en", "ru", "en")]
    [InlineData("?lang=ru", "en", "ru")]
    [InlineData("", "en-GB, ru;q=0.5", "en")]
    [InlineData("?lang=xx", "de", "ru")]
    public async Task The_address_says_the_language_and_then_the_browser(string query, string accepted, string language)
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.AskAsync(HttpMethod.Get, $"/studio/instances{query}", Person.Operator, ("Accept-Language", accepted));

        (await TextAsync(response)).ShouldContain($"<html lang=\"{language}\">");
    }

    [Fact]
    public async Task An_id_is_text_and_never_markup()
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.AskAsync(HttpMethod.Get, $"/studio/definitions/{Uri.EscapeDataString("\"><script>alert(1)</script>")}", Person.Manager);

        (await TextAsync(response)).ShouldNotContain("<script>alert");
    }

    [Fact]
    public async Task Everything_that_the_page_loads_is_there()
    {
        await using var host = await PagesHost.StartAsync();
        using var response = await host.AskAsync(HttpMethod.Get, "/studio/definitions", Person.Manager);
        var page = await TextAsync(response);
        page.ShouldNotContain("//", customMessage: "nothing is fetched from elsewhere");

        var waiting = new Queue<string>(Regex.Matches(page, "host/[0-9a-f]+/[a-z.]+").Select(match => match.Value));
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var name))
        {
            if (seen.Add(name))
            {
                using var file = await host.GetAsync($"/studio/{name}");
                file.StatusCode.ShouldBe(HttpStatusCode.OK, name);
                file.Headers.CacheControl!.ToString().ShouldContain("immutable");
                foreach (Match import in Regex.Matches(await TextAsync(file), "from \"./(.+)\""))
                {
                    waiting.Enqueue($"host/{HostAssets.Hash}/{import.Groups[1].Value}");
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Nobody_is_sent_to_sign_in_and_comes_back()
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.GetAsync("/studio/definitions/a%20b?lang=en");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/sign-in?back=%2Fstudio%2Fdefinitions%2Fa%2520b%3Flang%3Den");
    }

    [Fact]
    public async Task In_a_frame_the_page_opens_and_tells_the_console_that_the_session_ended()
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.GetAsync("/studio/definitions", ("Sec-Fetch-Dest", "iframe"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_package_the_page_says_what_to_run()
    {
        await using var host = await PagesHost.StartAsync(hasPackage: false);

        using var response = await host.AskAsync(HttpMethod.Get, "/studio/definitions", Person.Manager);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await TextAsync(response);
        page.ShouldContain("npm ci");
        page.ShouldContain("lang=\"en\"");
    }

    [Theory]
    [InlineData("/studio", "/workflows")]
    [InlineData("/studio/workflows/definitions/lifecycle/edit", "/workflows/definitions/lifecycle")]
    [InlineData("/studio/workflows/instances/i-1/view", "/workflows/instances/i-1")]
    [InlineData("/studio/alterations/instances/i-1", "/workflows/instances/i-1")]
    [InlineData("/alterations/instances/i%201", "/workflows/instances/i%201")]
    [InlineData("/diagnostics/structured-logs?workflowInstanceId=i-1", "/workflows/instances/i-1")]
    [InlineData("/studio/diagnostics/structured-logs", "/workflows/instances")]
    public async Task Links_that_are_written_into_the_designer_lead_to_our_pages(string from, string to)
    {
        await using var host = await PagesHost.StartAsync();

        using var response = await host.GetAsync(from);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(to);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
