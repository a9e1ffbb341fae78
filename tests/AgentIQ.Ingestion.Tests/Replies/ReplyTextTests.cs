namespace AgentIQ.Ingestion.Tests.Replies;

public sealed class ReplyTextTests
{
    [Theory]
    [InlineData("Спасибо!\nЖдём вас.", "Спасибо!\r\nЖдём вас.")]
    [InlineData("Спасибо!  Ждём", " Спасибо! Ждём \n")]
    [InlineData("Спасибо\u00A0вам", "Спасибо вам")]
    public void White_space_does_not_count(string ours, string theirs) => ReplyText.Same(ours, theirs).ShouldBeTrue();

    [Theory]
    [InlineData("Спасибо!", "спасибо!")]
    [InlineData("Ждем", "Ждём")]
    [InlineData("Спасибо!", "Спасибо")]
    [InlineData("Спасибо вам", "Спасибовам")]
    public void Everything_else_does(string ours, string theirs) => ReplyText.Same(ours, theirs).ShouldBeFalse();

    [Fact]
    public void Half_of_a_surrogate_pair_is_compared_and_not_fatal() => ReplyText.Same("a\ud83d", "a\ud83d").ShouldBeTrue();

    [Fact]
    public void The_hash_is_of_the_exact_text() => ReplyText.Hash("a").ShouldNotBe(ReplyText.Hash("a "));
}
