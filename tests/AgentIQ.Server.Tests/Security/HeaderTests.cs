namespace AgentIQ.Server.Tests.Security;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api/session")]
    [InlineData("/api/probe/broken")]
    [InlineData("/health/live")]
    public async Task Every_answer_protects_itself_errors_too(string path)
    {
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var browser = desk.Browser();

        var headers = (await browser.GetAsync(path)).Headers;

        var policy = headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldContain("frame-ancestors 'self'");
        headers.GetValues("X-Content-Type-Options").ShouldHaveSingleItem().ShouldBe("nosniff");
        headers.GetValues("X-Frame-Options").ShouldHaveSingleItem().ShouldBe("SAMEORIGIN");
        headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Answers_of_the_api_are_not_kept_anywhere()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        (await browser.GetAsync("/api/session")).Headers.CacheControl!.NoStore.ShouldBeTrue();
    }
}
