using System.Text.RegularExpressions;
using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Simulator.Wildberries.Feeding;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Desk;

/// <summary>Every page in both languages, on a laptop and on a phone: readable by everybody, nothing sticks out, no errors.</summary>
public sealed class LookTests(Chromium chromium)
{
    [Theory]
    [InlineData("ru", 1440, 900)]
    [InlineData("en", 1440, 900)]
    [InlineData("ru", 390, 844)]
    [InlineData("en", 390, 844)]
    public async Task The_pages_are_clean(string language, int width, int height)
    {
        await using var installation = await Installation.StartAsync();
        installation.Account.StartFeed(new FeedOptions { InitialBacklog = 20, Interval = TimeSpan.FromHours(1) });
        await using var desk = await chromium.OpenAsync(installation.Host.Address, width, height);
        if (language == "en")
        {
            await desk.Page.GetByTestId("language").ClickAsync();
        }

        await Expect(desk.Page.GetByTestId("login-email")).ToBeVisibleAsync();
        var name = $"{language}-{width}";
        await desk.LookAsync($"sign-in-{name}");
        await desk.SignInAsync();
        // At night the deadlines of working time are hours away.
        await Expect(desk.Rows.First).ToContainTextAsync(new Regex(language == "ru" ? "мин|ч|дн" : "min|h|day"));
        await desk.LookAsync($"inbox-{name}");

        await desk.Rows.First.ClickAsync();
        await Expect(desk.Page.GetByTestId("draft-text")).Not.ToBeEmptyAsync();
        await desk.LookAsync($"review-{name}");

        if (width < 600)
        {
            await desk.Page.GetByTestId("show-reasons").ClickAsync();
            await Expect(desk.Reasons).ToBeVisibleAsync();
            await desk.LookAsync($"reasons-{name}");
        }

        await desk.Page.GotoAsync("/channels");
        await Expect(desk.Page.GetByTestId("channel")).ToHaveCountAsync(1);
        await desk.LookAsync($"channels-{name}");
        desk.Errors.ShouldBeEmpty();
    }
}
