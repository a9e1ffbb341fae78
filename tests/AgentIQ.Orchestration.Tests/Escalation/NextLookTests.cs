using AgentIQ.Interactions;
using AgentIQ.Orchestration.Escalation;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Tests.Support;
using AgentIQ.Rules.Compilation;

namespace AgentIQ.Orchestration.Tests.Escalation;

/// <summary>When escalation looks at an interaction follows from the rules, whoever wrote them.</summary>
public sealed class NextLookTests
{
    private static readonly DateTimeOffset Start = Sample.Start;

    private static readonly Interaction Waiting = Sample.Interaction() with
    {
        EscalateAt = Start.AddMinutes(15), FirstResponseDue = Start.AddMinutes(30), HardDeadline = Start.AddMinutes(60),
    };

    private static readonly CompiledRuleSet SellersOwn = LayerFacts.Escalation(
        LayerFacts.Row("own", """{"field": "waiting_minutes", "op": "gt", "value": 45}""", 1));

    [Fact]
    public void A_sellers_row_about_45_minutes_is_looked_at_when_they_have_passed()
    {
        EscalationWatch.NextLook(SellersOwn, Waiting, Start).ShouldBe(Start.AddMinutes(46), "more than 45 whole minutes are 46");
        LevelAt(SellersOwn, Waiting, Start.AddMinutes(46).AddTicks(-1)).ShouldBe(0);
        LevelAt(SellersOwn, Waiting, Start.AddMinutes(46)).ShouldBe(1);
        EscalationWatch.NextLook(SellersOwn, Waiting, Start.AddMinutes(46)).ShouldBeNull();
    }

    [Fact]
    public void The_minutes_are_working_minutes()
    {
        var evening = Start.AddHours(8.75);
        var set = LayerFacts.Escalation(LayerFacts.Row("own", """{"field": "waiting_minutes", "op": "gte", "value": 45}""", 1));
        var interaction = Waiting with { ClockStart = evening, ServiceClock = "09:00-21:00 Europe/Moscow 1.5" };

        EscalationWatch.NextLook(set, interaction, evening).ShouldBe(Start.AddHours(21.5), "15 minutes until 21:00, the other 30 from 9:00 on");
    }

    [Fact]
    public void Every_clock_that_a_rule_asks_about_wakes()
    {
        var set = LayerFacts.Escalation(
            LayerFacts.Row("age", """{"field": "age", "op": "gte", "value": "2h"}""", 3),
            LayerFacts.Row("hard", """{"field": "overdue", "op": "eq", "value": true}""", 2),
            LayerFacts.Row("free", """{"any": [{"field": "minutes_past_first_response", "op": "gte", "value": -5}, {"not": {"field": "minutes_past_escalate", "op": "lt", "value": 3}}]}""", 1));
        List<int> looks = [];
        for (var next = EscalationWatch.NextLook(set, Waiting, Start); next is { } moment; next = EscalationWatch.NextLook(set, Waiting, moment))
        {
            looks.Add((int)(moment - Start).TotalMinutes);
        }

        looks.ShouldBe([18, 25, 60, 120]);
    }

    [Fact]
    public void Nothing_is_looked_at_while_the_customer_is_waited_for() =>
        EscalationWatch.NextLook(SellersOwn, Waiting with { ClockStoppedAt = Start.AddMinutes(5) }, Start.AddMinutes(6)).ShouldBeNull();

    [Fact]
    public void After_the_pause_the_rest_is_waited_for() => EscalationWatch.NextLook(
        SellersOwn, Waiting with { ClockStoppedAt = Start.AddMinutes(5), ClockResumedAt = Start.AddMinutes(65) }, Start.AddMinutes(65)).ShouldBe(Start.AddMinutes(106));

    [Fact]
    public void Rules_that_ask_no_clock_wake_nobody() =>
        EscalationWatch.NextLook(LayerFacts.Escalation(LayerFacts.Row("many", """{"field": "similar_complaints_7d", "op": "gt", "value": 10}""", 2)), Waiting, Start).ShouldBeNull();

    private static int LevelAt(CompiledRuleSet set, Interaction interaction, DateTimeOffset now) =>
        EscalationWatch.LevelOf(set.Evaluate(InteractionFacts.Of(LayerFacts.Catalogue, interaction, null, now)));
}
