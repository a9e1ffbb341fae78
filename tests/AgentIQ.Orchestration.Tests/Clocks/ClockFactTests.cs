using AgentIQ.Orchestration.Clocks;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Tests.Support;

namespace AgentIQ.Orchestration.Tests.Clocks;

public sealed class ClockFactTests
{
    /// <summary>A fact that changes by time but is missing in the list would never wake a rule about it.</summary>
    [Fact]
    public void Every_fact_that_time_alone_changes_is_known_as_one()
    {
        var interaction = Sample.Interaction() with
        {
            FirstResponseDue = Sample.Start.AddMinutes(5), EscalateAt = Sample.Start.AddMinutes(10), HardDeadline = Sample.Start.AddMinutes(20),
        };
        string[] At(int minute) => InteractionFacts.Of(LayerFacts.Catalogue, interaction, null, Sample.Start.AddMinutes(minute)).ToJson().Split(",\"");
        At(1).Except(At(60)).Select(fact => fact.Split('"', StringSplitOptions.RemoveEmptyEntries).First(part => part is not "{")).Order(StringComparer.Ordinal)
            .ShouldBe(ClockFact.All.Select(fact => fact.Name).Order(StringComparer.Ordinal));
    }
}
