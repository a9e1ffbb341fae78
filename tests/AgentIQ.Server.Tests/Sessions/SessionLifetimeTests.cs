using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Security;
using Dapper;

namespace AgentIQ.Server.Tests.Sessions;

public sealed class SessionLifetimeTests
{
    [Fact]
    public async Task A_session_that_nobody_used_for_twelve_hours_is_over_and_says_so_in_json()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);

        desk.Time.Advance(SessionCookie.Idle + TimeSpan.FromSeconds(1));

        await (await browser.GetAsync("/api/team")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "sign_in_needed");
    }

    [Fact]
    public async Task A_session_in_use_slides_but_ends_after_seven_days()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        var step = TimeSpan.FromHours(8);
        var began = desk.Time.GetUtcNow();
        while (desk.Time.GetUtcNow() + step - began < SessionCookie.Longest)
        {
            desk.Time.Advance(step);
            // The client's own cookie jar runs on the real clock; the server alone decides here.
            (await browser.GetAsync("/api/session")).StatusCode.ShouldBe(HttpStatusCode.OK, desk.Time.GetUtcNow().ToString("O"));
        }

        desk.Time.Advance(step);

        (await browser.GetAsync("/api/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("UPDATE users SET stamp = gen_random_uuid() WHERE email = @email")]
    [InlineData("UPDATE users SET role = 'analyst' WHERE email = @email")]
    [InlineData("UPDATE users SET disabled_at = created_at WHERE email = @email")]
    public async Task Another_password_another_role_or_being_disabled_ends_a_session(string change)
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        (await browser.GetAsync("/api/team")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await desk.InTenantAsync(Desk.Seller, scope => scope.Connection.ExecuteAsync(change, new { email = Desk.EmailOf(TeamRole.Operator) }));

        desk.Time.Advance(SessionValidator.Fresh);

        (await browser.GetAsync("/api/team")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Any_copy_of_the_process_accepts_the_cookie_and_no_key_lies_in_clear()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Operator);
        var folder = Directory.CreateTempSubdirectory("agentiq-server-tests-");
        File.Copy(Path.Combine(desk.Folder, "secret.key"), Path.Combine(folder.FullName, "secret.key"));
        await using var copy = AgentIqHost.Create(desk.Options(folder.FullName));
        await copy.StartAsync(TestContext.Current.CancellationToken);

        // Cookies do not look at ports, so the jar offers it to the other process too.
        using var other = new Browser(copy.Address);
        other.Cookies.Add(browser.Cookies.GetAllCookies());
        (await other.GetAsync("/api/session")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var connection = await desk.Database.Database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var stored = (await connection.QueryAsync<string>("SELECT xml FROM data_protection_keys")).ShouldHaveSingleItem();
        stored.ShouldContain("encryptedSecret");
        stored.ShouldNotContain("masterKey");
        await copy.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
