using System.Net;
using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Tests.Api.Policies;

/// <summary>Everybody reads and tries, managers and owners change.</summary>
public sealed class PolicyAccessTests
{
    [Theory]
    [InlineData(TeamRole.Operator)]
    [InlineData(TeamRole.Analyst)]
    public async Task Whoever_only_reads_may_try_but_not_change(TeamRole role)
    {
        await using var desk = await Desk.StartAsync();
        using var person = await desk.SignInAsync(role);

        foreach (var path in (string[])["versions", "versions/seller-1/publication", "platform"])
        {
            await (await person.PostAsync($"{Deadlines.Set}/{path}", new { document = Deadlines.Of(7), state = "active" })).ShouldBeProblemAsync(HttpStatusCode.Forbidden, "not_allowed");
        }

        (await person.AskAsync($"{Deadlines.Set}/check", new { document = Deadlines.Of(7) })).GetProperty("canPublish").GetBoolean().ShouldBeTrue();
        (await person.JsonAsync(Deadlines.Set)).GetProperty("canManage").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task The_log_has_no_words_of_customers_or_texts_of_sets()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Manager);
        await manager.PublishAsync(await manager.SaveAsync(Deadlines.Of(7)));
        await desk.ReceiveAsync(manager, "first");
        await manager.AskAsync($"{Deadlines.Set}/evaluation", new { facts = new { customer_text = "Чайник протекает, разочарована" } });

        desk.Log.Text.ShouldNotContain("протекает");
        desk.Log.Text.ShouldNotContain("bad-review");
    }
}
