using AgentIQ.Interactions;
using AgentIQ.Orchestration.Clocks;
using AgentIQ.Orchestration.Tests.Support;

namespace AgentIQ.Orchestration.Tests.Clocks;

/// <summary>The clock stands while the customer is waited for, and goes on from where it stood.</summary>
public sealed class InteractionClockTests
{
    private static readonly DateTimeOffset Start = Sample.Start;

    private static readonly Interaction Asked = Sample.Interaction() with
    {
        Status = InteractionStatus.InProgress,
        ServiceClock = "09:00-21:00 Europe/Moscow 1.5",
        EscalateAt = Start.AddMinutes(30),
        FirstResponseDue = Start.AddMinutes(60),
        HardDeadline = Start.AddMinutes(240),
    };

    [Fact]
    public void While_the_customer_is_waited_for_nothing_is_counted()
    {
        var clock = InteractionClock.Of(StateMachine.Apply(Asked, Trigger.AwaitCustomer, Start.AddMinutes(20)));
        clock.IsStopped.ShouldBeTrue();
        clock.Waiting(Start.AddDays(5)).ShouldBe(TimeSpan.FromMinutes(20));
        clock.Past(Asked.EscalateAt!.Value, Start.AddDays(5)).ShouldBe(TimeSpan.FromMinutes(-10));
    }

    [Fact]
    public void When_the_customer_writes_the_deadlines_move_by_what_was_left()
    {
        // Asked at noon, waited for from 12:20 on; the customer writes on Tuesday at 20:50.
        var resumed = Wait(Asked, Start.AddMinutes(20), Start.AddHours(32).AddMinutes(50));
        var moved = InteractionClock.Resume(resumed);

        moved.EscalateAt.ShouldBe(Start.AddHours(33), "ten minutes were left, and the day had them");
        moved.FirstResponseDue.ShouldBe(Start.AddHours(45).AddMinutes(30), "forty were left: ten on Tuesday, thirty on Wednesday from nine");
        (moved.ClockStoppedAt, moved.ClockResumedAt).ShouldBe((null, null));
        InteractionClock.Of(moved).Waiting(resumed.ClockResumedAt!.Value).ShouldBe(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void What_was_late_already_stays_as_late()
    {
        var moved = InteractionClock.Resume(Wait(Asked, Start.AddMinutes(45), Start.AddDays(1)));
        InteractionClock.Of(moved).Past(moved.EscalateAt!.Value, Start.AddDays(1)).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Around_the_clock_the_pause_is_what_the_wall_shows()
    {
        var moved = InteractionClock.Resume(Wait(Asked with { ServiceClock = null }, Start.AddMinutes(20), Start.AddHours(10)));
        moved.HardDeadline.ShouldBe(Start.AddHours(10).AddMinutes(220));
    }

    [Fact]
    public void Two_pauses_that_nobody_accounted_for_are_one()
    {
        var again = Wait(StateMachine.Apply(Wait(Asked, Start.AddMinutes(20), Start.AddMinutes(40)), Trigger.Reply, Start.AddMinutes(41)), Start.AddMinutes(42), Start.AddMinutes(100));
        var moved = InteractionClock.Resume(again);
        moved.HardDeadline.ShouldBe(Start.AddMinutes(320));
    }

    [Fact]
    public void Without_a_pause_nothing_moves() => InteractionClock.Resume(Asked).ShouldBeSameAs(Asked);

    private static Interaction Wait(Interaction interaction, DateTimeOffset from, DateTimeOffset to) =>
        StateMachine.Apply(StateMachine.Apply(interaction, Trigger.AwaitCustomer, from), Trigger.CustomerWrote, to);
}
