using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Security;

namespace AgentIQ.Server.Tests.Sessions;

public sealed class SignInTests
{
    [Fact]
    public async Task The_right_password_begins_a_session_with_a_protected_cookie()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        var response = await browser.SignInAsync(Desk.EmailOf(TeamRole.Operator).ToUpperInvariant(), Desk.Password);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var cookie = response.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        var session = await browser.JsonAsync("/api/session");
        session.GetProperty("user").GetProperty("role").GetString().ShouldBe("operator");
        session.GetProperty("user").GetProperty("email").GetString().ShouldBe(Desk.EmailOf(TeamRole.Operator));
        session.GetProperty("seller").GetProperty("id").GetGuid().ShouldBe(Desk.Seller);
        session.GetProperty("seller").GetProperty("name").GetString().ShouldBe("Первый");
    }

    [Theory]
    [InlineData("operator@seller.test", "wrong")]
    [InlineData("nobody@seller.test", Desk.Password)]
    [InlineData("", "")]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_alike(string email, string password)
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        var response = await browser.SignInAsync(email, password);

        await response.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "wrong_credentials");
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Guessing_is_stopped_even_with_the_right_password_until_the_window_has_passed()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();
        var email = Desk.EmailOf(TeamRole.Owner);
        for (var attempt = 0; attempt < SignInThrottle.AttemptsPerAccount; attempt++)
        {
            (await browser.SignInAsync(email, "guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var refused = await browser.SignInAsync(email, Desk.Password);

        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_attempts");
        refused.Headers.RetryAfter!.Delta.ShouldBe(SignInThrottle.Window);
        (await browser.SignInAsync(Desk.EmailOf(TeamRole.Manager), Desk.Password)).StatusCode.ShouldBe(HttpStatusCode.OK, "others are not locked out");
        desk.Time.Advance(SignInThrottle.Window);
        (await browser.SignInAsync(email, Desk.Password)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Owner);

        (await browser.SendAsync(HttpMethod.Delete, "/api/session", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await browser.GetAsync("/api/session")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "sign_in_needed");
    }

    [Fact]
    public async Task A_body_that_is_not_what_was_expected_is_told_by_its_field()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = desk.Browser();

        var response = await browser.SendAsync(HttpMethod.Post, "/api/session", new { email = "a@b", password = 5 }, ("Accept-Language", "en"));

        var problem = await response.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "bad_request");
        problem.GetProperty("detail").GetString()!.ShouldContain("$.password");
    }
}
