using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Priorities;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Tests.Policies;

/// <summary>From the shipped deadlines to the moments that an interaction gets. All days are of the first weeks of March 2026; the 2nd is a Monday.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("negative_review", "02 12:00", "02 12:15", "02 12:30", "02 13:00")]
    [InlineData("negative_review", "02 20:40", "02 20:55", "03 09:10", "03 09:40")]
    [InlineData("negative_review", "02 23:30", "03 09:15", "03 09:30", "03 10:00")]
    [InlineData("defect_or_wrong_item", "07 12:00", "07 12:22:30", "07 12:22:30", "07 12:45")]
    [InlineData("ordinary", "06 20:00", "07 10:30", "07 13:30", "09 16:00")]
    [InlineData("positive", "02 12:00", "03 12:00", "04 12:00", "06 12:00")]
    [InlineData("danger", "02 23:30", "02 23:35", "02 23:45", "03 00:30")]
    [InlineData("danger", "08 03:00", "08 03:05", "08 03:15", "08 04:00")]
    public void Minutes_become_moments_of_working_time(string serviceCase, string start, string escalateAt, string firstResponse, string hardDeadline)
    {
        var interaction = Prioritise.WithDeadlines(Received(At(start)), Deadlines(serviceCase));
        (interaction.EscalateAt, interaction.FirstResponseDue, interaction.HardDeadline).ShouldBe((At(escalateAt), At(firstResponse), At(hardDeadline)));
        interaction.ServiceClock.ShouldBe(serviceCase == "danger" ? null : "09:00-21:00 Europe/Moscow 1.5");
    }

    [Fact]
    public void Every_zone_that_the_policy_offers_exists()
    {
        var zones = Shipped.Rules.Sets["sla"].Source.Outputs.Single(output => output.Field.Name == "time_zone").Field.Values;
        zones.Where(zone => !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).ShouldBeEmpty();
    }

    private static DecisionOutputs Deadlines(string serviceCase) => Shipped.Rules.Sets["sla"].Evaluate(new FactValues(Shipped.Rules.Catalogue).Set("case", serviceCase)).Outputs;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse($"2026-03-{text}+03:00", null);

    private static Interaction Received(DateTimeOffset at) => new()
    {
        SellerId = Guid.Empty,
        Id = Guid.Empty,
        Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, "x"),
        Subject = "Термос",
        Preview = "текст",
        OccurredAt = at,
        ReceivedAt = at,
        ClockStart = at,
        UpdatedAt = at,
    };
}
