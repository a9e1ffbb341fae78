using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>Every combination of channel, rating, intent, flag and dialogue against the table of cases, written down here once more.</summary>
public sealed class CaseTableTests
{
    private static readonly string[] PrePurchase = ["pre_purchase", "sizing_fit", "availability", "compatibility"];
    private static readonly string[] Danger = ["legal_threat", "health_safety", "counterfeit_suspicion"];

    /// <summary>Severe first: the first that applies is expected.</summary>
    private static readonly (string Name, Func<Situation, bool> Applies, string Priority, int First, int Escalate, int Hard)[] Cases =
    [
        ("danger", s => Danger.Contains(s.Flag), "urgent", 15, 5, 60),
        ("defect", s => s.Intent is "defect_not_working" or "wrong_item", "urgent", 15, 15, 30),
        ("1-2 stars", s => s is { Channel: "review", Rating: 1 or 2 }, "urgent", 30, 15, 60),
        ("3 stars, delivery, return, parts", s => s is { Channel: "review", Rating: 3 } || s.Intent is "delivery_delay" or "cancel_request" or "refund_exchange" || s.Flag == "missing_parts", "high", 60, 30, 240),
        ("pre-purchase chat", s => s.Channel == "chat" && PrePurchase.Contains(s.Intent), "high", 2, 5, 10),
        ("pre-purchase question", s => s.Channel == "question" && PrePurchase.Contains(s.Intent), "high", 5, 15, 30),
        ("continued", s => s.Continued, "high", 120, 60, 480),
        ("quality, usage", s => s.Intent is "quality_complaint" or "usage_howto", "normal", 240, 120, 1440),
        ("4-5 stars, thanks", s => s is { Channel: "review", Rating: 4 or 5 } || s.Intent == "thanks", "low", 1440, 720, 2880),
        ("other", _ => true, "normal", 240, 120, 1440),
    ];

    public static TheoryData<string> Channels => ["review", "question", "chat"];

    [Theory]
    [MemberData(nameof(Channels))]
    public void Priority_and_deadlines_are_those_of_the_most_severe_case(string channel)
    {
        var catalogue = Shipped.Rules.Catalogue;
        var intents = catalogue.Fields[catalogue.SlotOf("intent")].Values;
        var flags = catalogue.Fields[catalogue.SlotOf("flags")].Values.Prepend("");
        int?[] ratings = channel == "review" ? [1, 2, 3, 4, 5, null] : [null];
        var situations =
            from intent in intents
            from flag in flags
            from rating in ratings
            from continued in new[] { false, true }
            select new Situation(channel, rating, intent, flag, continued);
        foreach (var situation in situations)
        {
            var expected = Cases.First(known => known.Applies(situation));
            var facts = situation.ToFacts();
            var priority = Shipped.Rules.Sets["priority"].Evaluate(facts);
            var sla = Shipped.Rules.Sets["sla"].Evaluate(facts.Take(priority));
            (priority.Outputs.Text("priority"), sla.Outputs.Integer("first_response_minutes"), sla.Outputs.Integer("escalate_minutes"), sla.Outputs.Integer("hard_deadline_minutes"))
                .ShouldBe((expected.Priority, expected.First, expected.Escalate, expected.Hard), $"{situation}: {expected.Name}");
            (priority.Fault, sla.Fault).ShouldBe((null, null));
        }
    }

    [Fact]
    public void Nothing_leaves_without_a_person_unless_all_allow_it()
    {
        var catalogue = Shipped.Rules.Catalogue;
        var flags = catalogue.Fields[catalogue.SlotOf("flags")].Values.Prepend("").ToArray();
        var combinations =
            from intent in catalogue.Fields[catalogue.SlotOf("intent")].Values
            from flag in flags
            from rating in new int?[] { 1, 3, 4, 5, null }
            from link in new[] { "none", "probabilistic", "deterministic" }
            from enabled in new bool?[] { null, false, true }
            from valid in new bool?[] { null, false, true }
            select (Situation: new Situation("review", rating, intent, flag, false), link, enabled, valid);
        var sent = 0;
        foreach (var (situation, link, enabled, valid) in combinations)
        {
            var facts = situation.ToFacts().Set("link_type", link).Set("link_confidence", 0.9m).Set("auto_send_enabled", enabled).Set("auto_preset", "max")
                .Set("guardrails_valid", valid).Set("draft_source", "template");
            var automatic = Shipped.Rules.Sets["auto-action"].Evaluate(facts).Outputs.Text("send") == "automatic";
            var allowed = enabled == true && valid == true && link != "probabilistic" && situation.Flag == "" && situation.Rating >= 4
                && (situation.Intent is "thanks" or "delivery_status" or "refund_exchange");
            automatic.ShouldBe(allowed, $"{situation} {link} {enabled} {valid}");
            sent += automatic ? 1 : 0;
        }

        sent.ShouldBe(3 * 2 * 2);
    }

    private sealed record Situation(string Channel, int? Rating, string Intent, string Flag, bool Continued)
    {
        public FactValues ToFacts() => new FactValues(Shipped.Rules.Catalogue)
            .Set("channel", Channel).Set("rating", Rating).Set("intent", Intent).Set("flags", Flag == "" ? [] : [Flag]).Set("customer_continued", Continued);
    }
}
