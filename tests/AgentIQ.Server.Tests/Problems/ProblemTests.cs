using System.Net;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Tests.Problems;

public sealed class ProblemTests
{
    [Theory]
    [InlineData(null, "Нужно войти")]
    [InlineData("ru-RU, en;q=0.5", "Нужно войти")]
    [InlineData("en-US,en;q=0.9,ru;q=0.8", "Sign in first")]
    [InlineData("de, en;q=0.7, ru;q=0.3", "Sign in first")]
    [InlineData("de", "Нужно войти")]
    [InlineData("nonsense;;q", "Нужно войти")]
    public async Task A_refusal_speaks_the_callers_language(string? languages, string title)
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        var response = await browser.GetAsync("/api/session", languages is null ? [] : [("Accept-Language", languages)]);

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "sign_in_needed");
        problem.GetProperty("title").GetString().ShouldBe(title);
    }

    [Fact]
    public async Task A_failure_shows_nothing_of_the_inside_but_the_log_has_it_under_the_same_trace()
    {
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var browser = desk.Browser();

        var response = await browser.GetAsync("/api/probe/broken");

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.InternalServerError, "internal_error");
        problem.GetRawText().ShouldNotContain(Probes.Secret);
        problem.GetRawText().ShouldNotContain("InvalidOperationException");
        desk.Log.Text.ShouldContain(Probes.Secret);
        desk.Log.Text.ShouldContain(problem.GetProperty("traceId").GetString()!);
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_a_problem_and_never_a_page()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Owner);

        await (await browser.GetAsync("/api/no/such")).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await browser.SendAsync(HttpMethod.Post, "/api/no/such", new { })).ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        await (await browser.SendAsync(HttpMethod.Put, "/api/team", new { })).ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed, "method_not_allowed");
    }

    [Fact]
    public async Task What_is_not_json_and_what_is_too_large_is_refused()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);

        await (await browser.SendAsync(HttpMethod.Post, "/api/session", new StringContent("hello")))
            .ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");
        await (await browser.SendAsync(HttpMethod.Post, "/api/session", new { email = new string('x', 5 * 1024 * 1024), password = "x" }))
            .ShouldBeProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too_large");
    }
}
