namespace AgentIQ.Simulator.Tests.Wildberries.Moderation;

public sealed class ModerationTests
{
    [Fact]
    public async Task A_clean_answer_is_published_after_the_delay()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { ModerationDelay = TimeSpan.FromMinutes(5) });
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id);

        simulator.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("reviewRequired");
        simulator.Clock.Advance(TimeSpan.FromTicks(1));
        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("wbRu");
    }

    [Theory]
    [InlineData("Пишите нам в телеграм, поможем", "контакты в мессенджере")]
    [InlineData("Позвоните: 8 (900) 000-00-00", "номер телефона")]
    [InlineData("Инструкция на https://shop.example/help", "ссылка")]
    [InlineData("Заходите на ladnica.ru", "ссылка")]
    [InlineData("Почта help@ladnica.example", "адрес электронной почты")]
    [InlineData("Сам дурак", "грубые слова")]
    public async Task An_answer_with_contacts_links_or_swearing_is_rejected_after_the_delay(string text, string refusal)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id, text);

        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("reviewRequired");
        simulator.Wildberries.FinishModeration();

        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("rejected");
        simulator.Seller.Answers[0].Refusal.ShouldBe(refusal);
        (await simulator.ListAsync(isAnswered: true)).Ids.ShouldBe([id]);
    }

    [Theory]
    [InlineData("Спасибо! Артикул 276765451, берите на 80 000 рублей меньше")]
    [InlineData("Здравствуйте.Рады помочь")]
    [InlineData("Спасибо, что выбираете нас @ каждый день")]
    public void Ordinary_text_is_not_refused(string text) => ModerationRules.Default.Refusal(text).ShouldBeNull();

    [Fact]
    public async Task A_rejected_answer_may_be_posted_anew()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { RepeatedAnswer = RepeatedAnswer.Refused });
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id, "Наш сайт www.shop.example");
        simulator.Wildberries.FinishModeration();

        (await simulator.PostAnswerAsync(id, "Спасибо за отзыв!")).Status.ShouldBe(204);
        simulator.Wildberries.FinishModeration();

        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("wbRu");
    }

    [Fact]
    public async Task The_delay_can_be_changed_while_running()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        simulator.Wildberries.ModerationDelay = TimeSpan.Zero;
        await simulator.PostAnswerAsync(id);

        simulator.Seller.Find(id)!.Answer!.State.ShouldBe("wbRu");
    }
}
