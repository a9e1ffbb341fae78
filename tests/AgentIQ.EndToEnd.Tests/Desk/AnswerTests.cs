using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Desk;

/// <summary>The main job in a real browser: a review comes in, a checked reply goes out.</summary>
public sealed class AnswerTests(Chromium chromium)
{
    [Fact]
    public async Task A_person_answers_a_review_and_sees_it_published()
    {
        await using var installation = await Installation.StartAsync();
        var review = installation.Account.Add(new Feedback
        {
            Text = "Чайник пришёл с браком: не включается", ProductValuation = 1, UserName = "Марина К.",
        });
        await using var desk = await chromium.OpenAsync(installation.Host.Address);
        await desk.SignInAsync();
        await desk.OpenReviewAsync("Чайник пришёл");

        await Expect(desk.Reasons).ToContainTextAsync("браком");
        await Expect(desk.Page.GetByTestId("draft-text")).Not.ToBeEmptyAsync();
        await desk.PictureAsync("detail-ru-1440");

        const string Reply = "Марина, здравствуйте! Нам жаль, что чайник вас подвёл. Мы передали отзыв в отдел качества и проверим эту партию.";
        await desk.Composer.FillAsync(Reply);
        await desk.Send.ClickAsync();
        await Expect(desk.ReplyState).ToContainTextAsync("одерац");
        var answer = installation.Account.Answers.ShouldHaveSingleItem();
        (answer.FeedbackId, answer.Text, answer.PostCount).ShouldBe((review.Id, Reply, 1));

        installation.Simulator.Wildberries.FinishModeration();
        await Expect(desk.ReplyState).ToContainTextAsync("публикован");
        await desk.PictureAsync("published-ru-1440");
        (await installation.FindAsync(review.Id))!.Status.ShouldBe(InteractionStatus.Resolved);
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reply_that_breaks_a_rule_is_stopped_and_kept()
    {
        await using var installation = await Installation.StartAsync();
        installation.Account.Add(new Feedback { Text = "Платье село после первой стирки", ProductValuation = 2 });
        await using var desk = await chromium.OpenAsync(installation.Host.Address);
        await desk.SignInAsync();
        await desk.OpenReviewAsync("Платье село");

        const string Reply = "Здравствуйте! Мы обязательно вернём вам деньги за это платье.";
        await desk.Composer.FillAsync(Reply);
        await Expect(desk.Violations).ToContainTextAsync("вернём вам деньги");
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await desk.PictureAsync("violations-ru-1440");

        await Expect(desk.Composer).ToHaveValueAsync(Reply);
        installation.Account.Answers.ShouldBeEmpty();
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_moderation_rejects_comes_back_to_the_person()
    {
        await using var installation = await Installation.StartAsync();
        installation.Account.Add(new Feedback { Text = "Хорошая лампа, тёплый свет", ProductValuation = 5 });
        await using var desk = await chromium.OpenAsync(installation.Host.Address);
        await desk.SignInAsync();
        await desk.OpenReviewAsync("Хорошая лампа");
        await desk.Composer.FillAsync($"Спасибо за добрые слова! {Installation.Refused}: приходите к нам ещё.");
        await desk.Send.ClickAsync();
        await Expect(desk.ReplyState).ToContainTextAsync("одерац");

        installation.Simulator.Wildberries.FinishModeration();
        await Expect(desk.ReplyState).ToContainTextAsync("тклонил");
        await Expect(desk.Composer).ToBeEnabledAsync();
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_review_appears_by_itself()
    {
        await using var installation = await Installation.StartAsync();
        installation.Account.Add(new Feedback { Text = "Первый отзыв о рюкзаке", ProductValuation = 4 });
        await using var desk = await chromium.OpenAsync(installation.Host.Address);
        await desk.SignInAsync();
        await Expect(desk.Rows).ToHaveCountAsync(1);

        installation.Account.Add(new Feedback { Text = "Второй отзыв: молния разошлась", ProductValuation = 2 });

        await Expect(desk.Rows).ToHaveCountAsync(2);
        await Expect(desk.Rows.First).ToContainTextAsync("Второй отзыв");
        desk.Errors.ShouldBeEmpty();
    }
}
