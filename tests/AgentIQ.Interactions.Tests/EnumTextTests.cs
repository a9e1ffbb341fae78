namespace AgentIQ.Interactions.Tests;

public sealed class EnumTextTests
{
    [Fact]
    public void Every_value_reads_back_from_its_spelling()
    {
        foreach (var status in Enum.GetValues<InteractionStatus>())
        {
            EnumText<InteractionStatus>.Parse(EnumText<InteractionStatus>.Of(status)).ShouldBe(status);
        }

        EnumText<InteractionStatus>.Of(InteractionStatus.WaitingCustomer).ShouldBe("waiting_customer");
    }

    [Theory]
    [InlineData("WaitingCustomer")]
    [InlineData("waiting-customer")]
    [InlineData("")]
    public void An_unknown_spelling_is_refused_with_the_known_ones(string text) =>
        Should.Throw<FormatException>(() => EnumText<InteractionStatus>.Parse(text)).Message.ShouldContain("waiting_customer");
}
