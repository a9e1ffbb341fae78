using AgentIQ.Orchestration.Team;
using Dapper;
using Npgsql;

namespace AgentIQ.Server.Tests.Team;

public sealed class TenancyTests
{
    [Fact]
    public async Task A_team_is_the_sellers_own()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(Desk.OtherOwner);

        var team = await browser.JsonAsync("/api/team");

        team.EnumerateArray().Select(member => member.GetProperty("email").GetString()).ShouldBe([Desk.OtherOwner]);
    }

    [Fact]
    public async Task Without_a_tenant_people_are_found_one_exact_address_at_a_time_and_in_no_other_way()
    {
        await using var desk = await Desk.StartAsync();
        await using var connection = await desk.Database.Database.App.OpenConnectionAsync(TestContext.Current.CancellationToken);

        (await connection.QueryAsync("SELECT * FROM find_sign_in('OWNER@other.test')")).Count().ShouldBe(1);
        (await connection.QueryAsync("SELECT * FROM find_sign_in('%')")).ShouldBeEmpty();
        (await Should.ThrowAsync<PostgresException>(() => connection.QueryAsync("SELECT * FROM users"))).SqlState
            .ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task One_address_is_one_account_whatever_its_case_and_seller()
    {
        await using var desk = await Desk.StartAsync();
        var users = desk.Services.GetService(typeof(UserStore)).ShouldBeOfType<UserStore>();

        var taken = await Should.ThrowAsync<PostgresException>(() => desk.InTenantAsync(
            Desk.Seller, scope => users.AddAsync(scope, new NewTeamMember("x", Desk.OtherOwner.ToUpperInvariant(), TeamRole.Analyst, "x"), CancellationToken.None)));

        taken.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }
}
