using AgentIQ.Orchestration.Team;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Server.Tests.Logging;

public sealed class LogTests
{
    [Fact]
    public async Task Neither_passwords_nor_tokens_nor_searches_appear_in_any_log_line()
    {
        const string Token = "eyJhbGciOiJFUzI1NiJ9.eyJzaWQiOiJzZWxsZXIifQ.c2lnbmF0dXJl";
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        await browser.SignInAsync("nobody@seller.test", "a wrong password");
        await browser.SendAsync(HttpMethod.Post, "/api/session", new { email = 1, password = Desk.Password });
        await browser.GetAsync("/api/team?search=Мария Кузнецова", ("Authorization", Token));
        desk.Services.GetRequiredService<ILogger<LogTests>>().LogError(new InvalidOperationException("refused " + Token), "Sync failed with {Token}", Token);

        var log = desk.Log.Text;

        log.ShouldContain("/api/session");
        log.ShouldContain("Sync failed");
        log.ShouldNotContain(Desk.Password);
        log.ShouldNotContain("a wrong password");
        log.ShouldNotContain(Token);
        log.ShouldNotContain("Кузнецова");
        log.ShouldNotContain("%D0%9A", Case.Insensitive);
        foreach (System.Net.Cookie cookie in browser.Cookies.GetAllCookies())
        {
            log.ShouldNotContain(cookie.Value);
        }
    }

    [Fact]
    public async Task A_request_is_one_line_with_who_asked()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);

        await browser.GetAsync("/api/team");

        desk.Log.Lines.ShouldContain(line => line.Contains("GET /api/team 200 in", StringComparison.Ordinal)
            && line.Contains(Desk.Seller.ToString(), StringComparison.Ordinal));
    }
}
