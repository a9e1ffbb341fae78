using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;

namespace AgentIQ.Orchestration.Tests.Lifecycle;

public sealed class NextDeadlineTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, 15)]
    [InlineData(15, 30)]
    [InlineData(20, 30)]
    [InlineData(30, 60)]
    [InlineData(60, null)]
    [InlineData(600, null)]
    public void Is_the_first_moment_that_the_policy_has_not_seen(int? checkedAtMinute, int? expectedMinute)
    {
        var interaction = new Interaction
        {
            SellerId = Guid.Empty,
            Id = Guid.Empty,
            Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, "x"),
            Subject = "Лампа",
            Preview = "текст",
            OccurredAt = Start,
            ReceivedAt = Start,
            ClockStart = Start,
            UpdatedAt = Start,
            EscalateAt = Start.AddMinutes(15),
            FirstResponseDue = Start.AddMinutes(30),
            HardDeadline = Start.AddMinutes(60),
            EscalationCheckedAt = checkedAtMinute is { } minute ? Start.AddMinutes(minute) : null,
        };

        WaitForReply.NextDeadline(interaction).ShouldBe(expectedMinute is { } expected ? Start.AddMinutes(expected) : null);
    }
}
