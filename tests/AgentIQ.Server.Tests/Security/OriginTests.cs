using System.Net;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Tests.Security;

public sealed class OriginTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task What_another_site_sends_is_refused(string header, string value)
    {
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var browser = await desk.SignInAsync(TeamRole.Owner);

        var response = await browser.SendAsync(HttpMethod.Post, "/api/probe/own", null, (header, value));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "cross_origin");
        (await browser.GetAsync("/api/team", (header, value))).StatusCode.ShouldBe(HttpStatusCode.OK, "reading is protected by SameSite and the browser");
    }

    [Fact]
    public async Task What_our_own_pages_send_is_taken()
    {
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var browser = await desk.SignInAsync(TeamRole.Owner);
        var origin = desk.Host.Address.GetLeftPart(UriPartial.Authority);

        (await browser.SendAsync(HttpMethod.Post, "/api/probe/own", null, ("Sec-Fetch-Site", "same-origin"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.SendAsync(HttpMethod.Post, "/api/probe/own", null, ("Origin", origin))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await browser.SendAsync(HttpMethod.Post, "/api/probe/own", null)).StatusCode.ShouldBe(HttpStatusCode.OK, "a script is no browser");
    }

    [Fact]
    public async Task A_web_socket_from_another_site_is_refused()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Owner);

        var response = await browser.GetAsync(
            "/hubs/desk", ("Origin", "https://evil.example"), ("Connection", "Upgrade"), ("Upgrade", "websocket"),
            ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));

        await response.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "cross_origin");
    }
}
