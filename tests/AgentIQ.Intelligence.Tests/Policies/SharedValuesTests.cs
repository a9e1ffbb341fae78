using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>The table "Values where the sources disagree" (domain 0), from an interaction to its minutes.</summary>
public sealed class SharedValuesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly ShippedRules Rules = Shipped.Rules;

    public static TheoryData<Channel, int?, string, string[], string, int, int, int> Cases => new()
    {
        { Channel.Review, 5, "thanks", ["legal_threat"], "urgent", 15, 5, 60 },
        { Channel.Question, null, "other", ["health_safety"], "urgent", 15, 5, 60 },
        { Channel.Chat, null, "other", ["counterfeit_suspicion"], "urgent", 15, 5, 60 },
        { Channel.Review, 5, "defect_not_working", [], "urgent", 15, 15, 30 },
        { Channel.Chat, null, "wrong_item", [], "urgent", 15, 15, 30 },
        { Channel.Review, 1, "quality_complaint", [], "urgent", 30, 15, 60 },
        { Channel.Review, 2, "other", [], "urgent", 30, 15, 60 },
        { Channel.Review, 3, "quality_complaint", [], "high", 60, 30, 240 },
        { Channel.Chat, null, "delivery_delay", [], "high", 60, 30, 240 },
        { Channel.Chat, null, "refund_exchange", [], "high", 60, 30, 240 },
        { Channel.Review, 5, "other", ["missing_parts"], "high", 60, 30, 240 },
        { Channel.Chat, null, "sizing_fit", [], "high", 2, 5, 10 },
        { Channel.Question, null, "availability", [], "high", 5, 15, 30 },
        { Channel.Question, null, "other", [], "normal", 240, 120, 1440 },
        { Channel.Chat, null, "quality_complaint", [], "normal", 240, 120, 1440 },
        { Channel.Chat, null, "usage_howto", [], "normal", 240, 120, 1440 },
        { Channel.Review, 4, "other", [], "low", 1440, 720, 2880 },
        { Channel.Review, 5, "thanks", [], "low", 1440, 720, 2880 },
        { Channel.Chat, null, "thanks", [], "low", 1440, 720, 2880 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_case_has_its_priority_and_minutes(
        Channel channel, int? rating, string intent, string[] flags, string priority, int firstResponse, int escalate, int hardDeadline)
    {
        var facts = InteractionFacts.Of(Rules.Catalogue, Make(channel, rating, intent, flags), null, Now);

        var priorities = Rules.Sets["priority"].Evaluate(facts);
        facts.Take(priorities);
        var sla = Rules.Sets["sla"].Evaluate(facts);

        facts.Refused.ShouldBeEmpty();
        (priorities.Fault, sla.Fault).ShouldBe((null, null));
        priorities.Outputs.Text("priority").ShouldBe(priority);
        (sla.Outputs.Integer("first_response_minutes"), sla.Outputs.Integer("escalate_minutes"), sla.Outputs.Integer("hard_deadline_minutes"))
            .ShouldBe((firstResponse, escalate, hardDeadline));
    }

    [Fact]
    public void A_customer_who_comes_back_continues_the_dialogue()
    {
        var facts = InteractionFacts.Of(Rules.Catalogue, Make(Channel.Chat, null, "other", []) with { Round = 2 }, null, Now);

        var priorities = Rules.Sets["priority"].Evaluate(facts);
        facts.Take(priorities);
        var sla = Rules.Sets["sla"].Evaluate(facts);

        priorities.Outputs.Text("priority").ShouldBe("high");
        (sla.Outputs.Integer("first_response_minutes"), sla.Outputs.Integer("escalate_minutes"), sla.Outputs.Integer("hard_deadline_minutes"))
            .ShouldBe((120, 60, 480));
    }

    [Theory]
    [InlineData(-30, -1, false)]
    [InlineData(0, 0, false)]
    [InlineData(60, 1, false)]
    [InlineData(3600, 60, true)]
    public void A_moment_has_passed_only_when_it_has(int secondsPastEscalate, int minutes, bool overdue)
    {
        var interaction = Make(Channel.Review, 1, "other", []) with
        {
            EscalateAt = Now.AddSeconds(-secondsPastEscalate),
            HardDeadline = Now.AddSeconds(3600 - secondsPastEscalate),
        };

        var facts = InteractionFacts.Of(Rules.Catalogue, interaction, null, Now);
        var escalation = Rules.Sets["escalation"].Evaluate(facts);

        escalation.Outputs.Integer("level").ShouldBe(overdue ? 2 : minutes >= 0 ? 1 : 0);
    }

    private static Interaction Make(Channel channel, int? rating, string intent, string[] flags) => new()
    {
        SellerId = Guid.Empty,
        Id = Guid.Empty,
        Key = new InteractionKey(Marketplaces.Wildberries, channel, "x"),
        Rating = rating,
        Intent = intent,
        Flags = flags,
        Subject = "Термос",
        Preview = "текст",
        OccurredAt = Now,
        ReceivedAt = Now,
        ClockStart = Now,
        UpdatedAt = Now,
    };
}
