using System.Net;
using System.Text.RegularExpressions;
using AgentIQ.Orchestration.Team;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Telemetry;

public sealed partial class MetricsTests
{
    [Fact]
    public async Task Every_line_is_prometheus_text_and_each_family_stands_together()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Owner);
        await browser.GetAsync("/api/team");

        var response = await browser.GetAsync("/metrics");

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');
        lines[^1].ShouldBeEmpty("the last line ends like all others");
        lines[..^1].ShouldAllBe(line => Comment().IsMatch(line) || Sample().IsMatch(line));
        var families = lines.Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2]).ToList();
        families.ShouldBeUnique();
        lines.ShouldContain(line => line.StartsWith("http_server_request_duration_seconds_bucket{", StringComparison.Ordinal)
            && line.Contains("http_route=\"/api/team\"", StringComparison.Ordinal) && line.Contains("le=\"+Inf\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_from_outside_may_scrape_without_the_token()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        (await browser.GetAsync("/metrics", ("X-Forwarded-For", "203.0.113.7"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task With_a_token_set_only_its_bearer_may_scrape()
    {
        await using var desk = await Desk.StartAsync(options => options with
        {
            Services = services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([new("AGENTIQ_METRICS_TOKEN", "scrape-me")]).Build()),
        });
        using var browser = desk.Browser();

        (await browser.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetAsync("/metrics", ("Authorization", "Bearer scrape-me"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        desk.Log.Text.ShouldNotContain("scrape-me");
    }

    [GeneratedRegex("^# (HELP [a-zA-Z_:][a-zA-Z0-9_:]* .*|TYPE [a-zA-Z_:][a-zA-Z0-9_:]* (counter|gauge|histogram))$")]
    private static partial Regex Comment();

    [GeneratedRegex("""^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\["\\n])*")*\})? (NaN|[+-]Inf|-?[0-9.]+([eE][+-]?[0-9]+)?)$""")]
    private static partial Regex Sample();
}
