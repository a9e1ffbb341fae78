using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Clocks;
using AgentIQ.Rules;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Policies;

/// <summary>A manager changes a rule in a real browser, sees what it would have meant, and the next interaction follows it.</summary>
public sealed class PolicyStoryTests(Chromium chromium)
{
    [Fact]
    public async Task A_changed_deadline_is_tried_published_and_holds_for_the_next_interaction()
    {
        await using var installation = await Installation.StartAsync();
        var first = installation.Account.Add(new Feedback { Text = "Не понравилось", ProductValuation = 1 });
        await PrioritisedAsync(installation, first.Id);
        await using var desk = await chromium.OpenAsync(installation.Host.Address);
        await desk.SignInAsync(Installation.ManagerEmail);

        await desk.Page.GotoAsync("/policies");
        await Expect(desk.Page.GetByTestId("policy-sla")).ToBeVisibleAsync();
        await desk.PictureAsync("policies-ru-1440");
        await desk.Page.GotoAsync("/policies/sla");
        var cell = desk.Page.GetByTestId("cell-negative-review-then.first_response_minutes");
        await cell.ClickAsync();
        await desk.Page.Keyboard.TypeAsync("20");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(cell).ToContainTextAsync("20");

        // The examples beside the rules still expect half an hour: they stand in the way until the manager has looked at them.
        await desk.Page.GetByTestId("examples-toggle").ClickAsync();
        await desk.Page.GetByTestId("take-all").ClickAsync();
        await Expect(desk.Page.GetByTestId("take-all")).ToHaveCountAsync(0);
        await desk.PictureAsync("policy-editor-ru-1440");
        await desk.Page.GetByTestId("save").ClickAsync();
        await desk.Page.GetByTestId("save-note").FillAsync("Отвечаем на негатив быстрее");
        await desk.Page.GetByTestId("save-submit").ClickAsync();
        await Expect(desk.Page.GetByTestId("saved")).ToBeVisibleAsync();

        await desk.Page.GetByTestId("backtest").ClickAsync();
        await desk.Page.GetByTestId("backtest-start").ClickAsync();
        await Expect(desk.Page.GetByTestId("shifts").Filter(new LocatorFilterOptions { HasText = "20" })).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByTestId("backtest-sample")).ToHaveCountAsync(1);
        await desk.PictureAsync("policy-backtest-ru-1440");

        await desk.Page.GotoAsync("/policies/sla");
        await desk.Page.GetByTestId("publish").ClickAsync();
        await Expect(desk.Page.GetByTestId("publish-ready")).ToBeVisibleAsync();
        await desk.PictureAsync("policy-publish-ru-1440");
        await desk.Page.GetByTestId("publish-submit").ClickAsync();
        await Expect(desk.Page.GetByTestId("publish-submit")).ToHaveCountAsync(0);
        await Eventually.HoldsAsync(
            "the new version is in force",
            () => Task.FromResult(installation.Host.Services.GetRequiredService<IPolicies>().Current(installation.SellerId, "sla").Version.ToString() == "seller-1"));

        var next = installation.Account.Add(new Feedback { Text = "Тоже не понравилось", ProductValuation = 1 });
        var interaction = await PrioritisedAsync(installation, next.Id);
        interaction.FirstResponseDue.ShouldBe(ServiceClock.Parse(interaction.ServiceClock).Add(interaction.ClockStart, TimeSpan.FromMinutes(20)));
        var decision = (await installation.InSellerAsync(scope => installation.Host.Services.GetRequiredService<IDecisionLog>().OfAsync(scope, interaction.Id, CancellationToken.None)))
            .Last(decision => decision.Set == "sla");
        decision.Version.ShouldBe("seller-1");

        await desk.Page.GotoAsync("/");
        await desk.OpenReviewAsync("Тоже не понравилось");
        await desk.Page.GetByTestId("why-sla").ClickAsync();
        await Expect(desk.Page.GetByTestId("why-rule").First).ToBeVisibleAsync();
        await desk.PictureAsync("why-ru-1440");
        desk.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_operator_reads_the_rules_and_cannot_change_them()
    {
        await using var installation = await Installation.StartAsync();
        await using var desk = await chromium.OpenAsync(installation.Host.Address);
        await desk.SignInAsync();
        await desk.Page.GotoAsync("/policies/sla");
        await Expect(desk.Page.GetByTestId("cell-negative-review-then.first_response_minutes")).ToContainTextAsync("30");
        await Expect(desk.Page.GetByTestId("save")).ToHaveCountAsync(0);
        await Expect(desk.Page.GetByTestId("publish")).ToHaveCountAsync(0);
        desk.Errors.ShouldBeEmpty();
    }

    private static Task<Interaction> PrioritisedAsync(Installation installation, string feedbackId) => Eventually.FindAsync(
        "the review has its deadlines",
        async () => await installation.FindAsync(feedbackId) is { FirstResponseDue: not null } found ? found : null);
}
