namespace AgentIQ.Interactions.Tests;

public sealed class StateMachineTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The whole table, written down a second time by hand: a change of either needs a change of both.</summary>
    public static TheoryData<InteractionStatus, Trigger, InteractionStatus> Allowed => new()
    {
        { InteractionStatus.New, Trigger.Assign, InteractionStatus.Assigned },
        { InteractionStatus.New, Trigger.Reply, InteractionStatus.InProgress },
        { InteractionStatus.New, Trigger.CustomerWrote, InteractionStatus.New },
        { InteractionStatus.New, Trigger.Resolve, InteractionStatus.Resolved },
        { InteractionStatus.New, Trigger.Close, InteractionStatus.Closed },
        { InteractionStatus.Assigned, Trigger.Assign, InteractionStatus.Assigned },
        { InteractionStatus.Assigned, Trigger.Unassign, InteractionStatus.New },
        { InteractionStatus.Assigned, Trigger.Reply, InteractionStatus.InProgress },
        { InteractionStatus.Assigned, Trigger.CustomerWrote, InteractionStatus.Assigned },
        { InteractionStatus.Assigned, Trigger.Resolve, InteractionStatus.Resolved },
        { InteractionStatus.Assigned, Trigger.Close, InteractionStatus.Closed },
        { InteractionStatus.InProgress, Trigger.Assign, InteractionStatus.InProgress },
        { InteractionStatus.InProgress, Trigger.Return, InteractionStatus.Assigned },
        { InteractionStatus.InProgress, Trigger.AwaitCustomer, InteractionStatus.WaitingCustomer },
        { InteractionStatus.InProgress, Trigger.CustomerWrote, InteractionStatus.InProgress },
        { InteractionStatus.InProgress, Trigger.Resolve, InteractionStatus.Resolved },
        { InteractionStatus.InProgress, Trigger.Close, InteractionStatus.Closed },
        { InteractionStatus.WaitingCustomer, Trigger.Assign, InteractionStatus.WaitingCustomer },
        { InteractionStatus.WaitingCustomer, Trigger.CustomerWrote, InteractionStatus.Assigned },
        { InteractionStatus.WaitingCustomer, Trigger.Reply, InteractionStatus.InProgress },
        { InteractionStatus.WaitingCustomer, Trigger.Resolve, InteractionStatus.Resolved },
        { InteractionStatus.WaitingCustomer, Trigger.Close, InteractionStatus.Closed },
        { InteractionStatus.Resolved, Trigger.CustomerWrote, InteractionStatus.Assigned },
        { InteractionStatus.Resolved, Trigger.Return, InteractionStatus.Assigned },
        { InteractionStatus.Resolved, Trigger.Close, InteractionStatus.Closed },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Goes_where_the_table_says(InteractionStatus from, Trigger trigger, InteractionStatus to) =>
        StateMachine.Apply(In(from), trigger, Now).Status.ShouldBe(to);

    [Fact]
    public void Refuses_everything_else_and_says_what_was_asked()
    {
        var allowed = Allowed.Select(row => (row.Data.Item1, row.Data.Item2)).ToHashSet();
        foreach (var status in Enum.GetValues<InteractionStatus>())
        {
            foreach (var trigger in Enum.GetValues<Trigger>().Where(trigger => !allowed.Contains((status, trigger))))
            {
                StateMachine.Allows(status, trigger).ShouldBeFalse();
                var refusal = Should.Throw<InvalidTransitionException>(() => StateMachine.Apply(In(status), trigger, Now));
                refusal.Message.ShouldContain(EnumText<InteractionStatus>.Of(status));
                refusal.Message.ShouldContain(EnumText<Trigger>.Of(trigger));
            }
        }
    }

    [Fact]
    public void Nothing_leaves_a_closed_round() =>
        Enum.GetValues<Trigger>().ShouldAllBe(trigger => !StateMachine.Allows(InteractionStatus.Closed, trigger));

    [Fact]
    public void Keeps_the_times_of_resolving_and_closing()
    {
        var resolved = StateMachine.Apply(In(InteractionStatus.InProgress), Trigger.Resolve, Now);
        resolved.ResolvedAt.ShouldBe(Now);

        var closed = StateMachine.Apply(resolved, Trigger.Close, Now.AddDays(1));
        (closed.ResolvedAt, closed.ClosedAt).ShouldBe((Now, Now.AddDays(1)));

        StateMachine.Apply(resolved, Trigger.CustomerWrote, Now).ResolvedAt.ShouldBeNull();
    }

    [Fact]
    public void The_clock_stops_when_it_is_the_customers_turn_and_runs_again_when_it_is_ours()
    {
        var waiting = StateMachine.Apply(In(InteractionStatus.InProgress), Trigger.AwaitCustomer, Now);
        (waiting.ClockStoppedAt, waiting.ClockResumedAt).ShouldBe((Now, null));

        var assigned = StateMachine.Apply(waiting, Trigger.Assign, Now.AddMinutes(1));
        (assigned.ClockStoppedAt, assigned.ClockResumedAt).ShouldBe((Now, null), "who has it changes nothing about whose turn it is");

        var written = StateMachine.Apply(assigned, Trigger.CustomerWrote, Now.AddMinutes(5));
        (written.ClockStoppedAt, written.ClockResumedAt).ShouldBe((Now, Now.AddMinutes(5)));

        var replied = StateMachine.Apply(written, Trigger.Reply, Now.AddMinutes(6));
        (replied.ClockStoppedAt, replied.ClockResumedAt).ShouldBe((Now, Now.AddMinutes(5)));

        var again = StateMachine.Apply(replied, Trigger.AwaitCustomer, Now.AddMinutes(7));
        (again.ClockStoppedAt, again.ClockResumedAt).ShouldBe((Now, null));
    }

    private static Interaction In(InteractionStatus status) => new()
    {
        SellerId = Guid.Empty,
        Id = Guid.Empty,
        Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, "x"),
        Status = status,
        Subject = "Термос",
        Preview = "Хороший",
        OccurredAt = Now,
        ReceivedAt = Now,
        ClockStart = Now,
        UpdatedAt = Now,
    };
}
