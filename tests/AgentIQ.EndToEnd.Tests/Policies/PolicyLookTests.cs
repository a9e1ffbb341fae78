using AgentIQ.EndToEnd.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Policies;

/// <summary>Every page about policies in both languages, on a laptop and on a phone: readable by everybody, nothing sticks out, no errors.</summary>
public sealed class PolicyLookTests(Chromium chromium)
{
    private static readonly (string Path, string Waits, string Name)[] Pages =
    [
        ("/policies", "policy-priority", "policies"),
        ("/policies/priority", "examples-toggle", "editor"),
        ("/policies/guardrails", "examples-toggle", "editor-guardrails"),
        ("/policies/sla/versions", "version-platform-1", "versions"),
        ("/policies/sla/backtest", "backtest-start", "backtest"),
        ("/policies/escalation/simple", "simple-escalation", "escalation"),
    ];

    [Theory]
    [InlineData("ru", 1440, 900)]
    [InlineData("en", 1440, 900)]
    [InlineData("ru", 390, 844)]
    [InlineData("en", 390, 844)]
    public async Task The_pages_are_clean(string language, int width, int height)
    {
        await using var installation = await Installation.StartAsync();
        await using var desk = await chromium.OpenAsync(installation.Host.Address, width, height);
        if (language == "en")
        {
            await desk.Page.GetByTestId("language").ClickAsync();
        }

        await desk.SignInAsync(Installation.ManagerEmail);
        foreach (var (path, waits, name) in Pages)
        {
            await desk.Page.GotoAsync(path);
            await Expect(desk.Page.GetByTestId(waits)).ToBeVisibleAsync();
            await desk.LookAsync($"{name}-{language}-{width}");
        }

        desk.Errors.ShouldBeEmpty();
    }

    /// <summary>On a phone the buttons show numbers that only the check brings.</summary>
    [Fact]
    public async Task The_editor_is_readable_before_its_check_has_answered()
    {
        await using var installation = await Installation.StartAsync();
        await using var desk = await chromium.OpenAsync(installation.Host.Address, 390, 844);
        await desk.SignInAsync(Installation.ManagerEmail);
        await desk.Page.RouteAsync("**/api/policies/priority/check", _ => Task.CompletedTask);

        await desk.Page.GotoAsync("/policies/priority");
        await Expect(desk.Page.GetByTestId("examples-toggle")).ToBeVisibleAsync();

        await desk.LookAsync("editor-unchecked-ru-390");
    }
}
