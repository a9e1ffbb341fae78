using AgentIQ.Interactions;
using AgentIQ.Orchestration.Assignment;
using AgentIQ.Orchestration.Team;
using AgentIQ.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Workflows;

public sealed class ActivityChoicesTests
{
    private readonly List<string> _stages = [];

    [Fact]
    public async Task The_designer_offers_the_sellers_own_people_and_templates()
    {
        await using var desk = await Desk.StartAsync();
        using var manager = await desk.SignInAsync(TeamRole.Operator);
        var people = await ItemsAsync(manager, "AgentIQ.Assign");
        people.Select(p => p.Text).ShouldBe(
            ["(по правилам распределения)", .. new[] { TeamRole.Owner, TeamRole.Manager, TeamRole.Operator }.Select(r => $"{r}, {Desk.EmailOf(r)}")], ignoreOrder: true);
        people[0].Value.ShouldBeEmpty();
        var templates = await ItemsAsync(manager, "AgentIQ.Draft");
        templates[0].Value.ShouldBeEmpty();
        templates.ShouldContain(t => t.Value == "legal-threat-any-1" && t.Text.StartsWith("Нам очень важно", StringComparison.Ordinal));

        using var stranger = await desk.SignInAsync(Desk.OtherOwner);
        (await ItemsAsync(stranger, "AgentIQ.Assign")).Skip(1).ShouldHaveSingleItem().Text.ShouldBe($"Чужая, {Desk.OtherOwner}");
    }

    [Fact]
    public async Task The_chosen_person_gets_it_and_a_person_who_has_it_keeps_it()
    {
        await using var desk = await Desk.StartAsync();
        var (manager, analyst, oneOperator) = (await PersonAsync(desk, TeamRole.Manager), await PersonAsync(desk, TeamRole.Analyst), await PersonAsync(desk, TeamRole.Operator));
        (await AssignAsync(desk, manager)).ShouldBe(manager);
        (await AssignAsync(desk, wanted: null)).ShouldBe(oneOperator);
        (await AssignAsync(desk, Guid.CreateVersion7())).ShouldBe(oneOperator, "who has left counts as nobody chosen");
        (await AssignAsync(desk, analyst)).ShouldBe(oneOperator, "an analyst answers nobody");
        (await AssignAsync(desk, manager, before: oneOperator)).ShouldBe(oneOperator);
    }

    [Fact]
    public async Task Nobody_chosen_is_for_the_routing_rules_and_their_decision_is_recorded()
    {
        await using var desk = await Desk.StartAsync();
        (await AssignAsync(desk, wanted: null, serviceCase: "danger")).ShouldBe(await PersonAsync(desk, TeamRole.Manager), "dangers are for a manager");

        await desk.InTenantAsync(Desk.Seller, scope => desk.Services.GetRequiredService<UserStore>().AddAsync(
            scope, new NewTeamMember("Второй", "second@seller.test", TeamRole.Operator, "-"), TestContext.Current.CancellationToken));
        (await AssignAsync(desk, wanted: null)).ShouldBeNull("with two operators it waits in the common queue");
        _stages.ShouldBe(["routing", "routing"]);

        (await AssignAsync(desk, await PersonAsync(desk, TeamRole.Manager))).ShouldNotBeNull();
        _stages.Count.ShouldBe(2, "whom the definition names is asked of no rule");
    }

    private async Task<Guid?> AssignAsync(Desk desk, Guid? wanted, Guid? before = null, string? serviceCase = null)
    {
        var ct = TestContext.Current.CancellationToken;
        Guid? assignee = null;
        await desk.InTenantAsync(Desk.Seller, async scope =>
        {
            var (assignments, interactions) = (desk.Services.GetRequiredService<Assignments>(), desk.Services.GetRequiredService<InteractionStore>());
            var key = new InteractionKey("wildberries", Channel.Review, Guid.CreateVersion7().ToString("N"));
            var now = desk.Time.GetUtcNow();
            await desk.Services.GetRequiredService<IInteractionInbox>().ReceiveAsync(
                scope, new InboundItem { Key = key, OccurredAt = now, ConnectedAt = now, Rating = 2, Content = new InteractionContent { Text = "Фонарь не горит", Raw = "{}" } }, ct);
            var id = (await interactions.FindByKeyAsync(scope, key, forUpdate: false, ct))!.Id;
            await interactions.UpdateAsync(scope, id, interaction => interaction with { ServiceCase = serviceCase }, ct);
            if (before is not null)
            {
                await assignments.AssignAsync(scope, id, before, Actors.System, now, ct);
            }

            await assignments.AssignByWorkflowAsync(scope, id, wanted, now, ct);
            assignee = (await interactions.GetAsync(scope, id, ct)).AssigneeId;
            _stages.AddRange((await desk.Services.GetRequiredService<IDecisionLog>().OfAsync(scope, id, ct)).Select(decision => decision.Stage));
        });
        return assignee;
    }

    private static async Task<Guid> PersonAsync(Desk desk, TeamRole role)
    {
        var id = Guid.Empty;
        await desk.InTenantAsync(Desk.Seller, async scope =>
            id = (await desk.Services.GetRequiredService<UserStore>().ListAsync(scope, TestContext.Current.CancellationToken)).Single(u => u.Role == role).Id);
        return id;
    }

    private static async Task<IReadOnlyList<(string Text, string Value)>> ItemsAsync(Browser browser, string type)
    {
        var activity = (await browser.JsonAsync("/elsa/api/descriptors/activities")).GetProperty("items").EnumerateArray().Single(a => a.GetProperty("typeName").GetString() == type);
        return
        [
            .. activity.GetProperty("inputs").EnumerateArray().Single().GetProperty("uiSpecifications").GetProperty("dropdown").GetProperty("selectList").GetProperty("items")
                .EnumerateArray().Select(i => (i.GetProperty("text").GetString()!, i.GetProperty("value").GetString()!)),
        ];
    }
}
