using AgentIQ.Interactions;
using AgentIQ.Orchestration.Clocks;
using AgentIQ.Orchestration.Escalation;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Tests.Support;
using AgentIQ.Rules.Compilation;

namespace AgentIQ.Orchestration.Tests.Escalation;

/// <summary>Whoever looks only at the moments that follow from the rules sees every change that somebody who looks all the time sees.</summary>
public sealed class RandomEscalationTests
{
    private static readonly string[] Operators = ["gt", "gte", "lt", "lte", "eq", "ne"];
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(40);

#pragma warning disable CA5394 // The same examples in every run.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void No_change_is_missed(int seed)
    {
        var random = new Random(seed);
        var changes = 0;
        for (var round = 0; round < 60; round++)
        {
            var set = LayerFacts.Escalation(Enumerable.Range(0, random.Next(1, 5)).Select(row => LayerFacts.Row($"r{row}", Condition(random, depth: 2), random.Next(1, 4))));
            var interaction = RandomInteraction(random);
            var now = interaction.ClockStart;
            var decided = Decide(set, interaction, now);
            var next = EscalationWatch.NextLook(set, interaction, now);
            for (var watched = now; watched < now + Horizon; watched += TimeSpan.FromSeconds(30))
            {
                if (next <= watched)
                {
                    var before = decided;
                    decided = Decide(set, interaction, next.Value);
                    changes += before == decided ? 0 : 1;
                    next = EscalationWatch.NextLook(set, interaction, next.Value);
                    watched -= TimeSpan.FromSeconds(30);
                    continue;
                }

                Decide(set, interaction, watched).ShouldBe(decided, $"seed {seed}, round {round}, {watched:O}: {interaction.ServiceClock}\n{set.Source.Document.Json}");
            }
        }

        changes.ShouldBeGreaterThan(50, "the examples must have changes that could be missed");
    }

    private static string Decide(CompiledRuleSet set, Interaction interaction, DateTimeOffset now)
    {
        var decision = set.Evaluate(InteractionFacts.Of(LayerFacts.Catalogue, interaction, null, now));
        decision.Fault.ShouldBeNull();
        return $"{string.Join(',', decision.Rows.Select(row => row.Id))} {decision.Outputs.Integer("level")}";
    }

    private static string Condition(Random random, int depth)
    {
        if (depth > 0 && random.Next(2) == 0)
        {
            var parts = string.Join(", ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Condition(random, depth - 1)));
            return random.Next(3) switch
            {
                0 => $$"""{"all": [{{parts}}]}""",
                1 => $$"""{"any": [{{parts}}]}""",
                _ => $$"""{"not": {"any": [{{parts}}]} }""",
            };
        }

        var flag = random.Next(2) == 0 ? "true" : "false";
        var fact = ClockFact.All[random.Next(ClockFact.All.Count)].Name;
        return fact switch
        {
            "overdue" => $$"""{"field": "overdue", "op": "eq", "value": {{flag}} }""",
            "age" => $$"""{"field": "age", "op": "{{Operators[random.Next(Operators.Length)]}}", "value": "{{random.Next(0, 1500)}}m"}""",
            "waiting_minutes" => $$"""{"field": "waiting_minutes", "op": "{{Operators[random.Next(Operators.Length)]}}", "value": {{random.Next(0, 900)}} }""",
            _ => $$"""{"field": "{{fact}}", "op": "{{Operators[random.Next(Operators.Length)]}}", "value": {{random.Next(-300, 900)}} }""",
        };
    }

    private static Interaction RandomInteraction(Random random)
    {
        var start = Sample.Start + TimeSpan.FromSeconds(random.Next(7 * 24 * 3600));
        var hours = new BusinessHours(TimeSpan.FromMinutes(random.Next(24 * 60)), TimeSpan.FromMinutes(random.Next(24 * 60)), "Europe/Moscow", random.Next(100, 250) / 100m);
        var clock = random.Next(4) == 0 ? ServiceClock.AroundTheClock : ServiceClock.Of(hours);
        DateTimeOffset? Due() => random.Next(6) == 0 ? null : clock.Add(start, TimeSpan.FromMinutes(random.Next(1, 600)));
        return Sample.Interaction(start) with
        {
            OccurredAt = start - TimeSpan.FromMinutes(random.Next(600)),
            ServiceClock = clock.ToText(),
            FirstResponseDue = Due(),
            EscalateAt = Due(),
            HardDeadline = Due(),
        };
    }
#pragma warning restore CA5394
}
