using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>A window on the desk, in the words of a person who uses it. Errors on the console are collected.</summary>
public sealed class DeskPage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];

    private DeskPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public ILocator Rows => Page.GetByTestId("inbox-row");

    public ILocator Composer => Page.GetByTestId("composer");

    public ILocator Send => Page.GetByTestId("send");

    public ILocator ReplyState => Page.GetByTestId("reply-state");

    public ILocator Violations => Page.GetByTestId("violations");

    public ILocator Reasons => Page.GetByTestId("reasons");

    public static async Task<DeskPage> OpenAsync(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var desk = new DeskPage(context, page);
        page.Console += (_, message) =>
        {
            // The browser itself reports every 401 and 422 that the page handles.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                desk._errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => desk._errors.Add(error);
        await page.GotoAsync("/");
        return desk;
    }

    public async Task SignInAsync(string email = Installation.OperatorEmail, string password = Installation.Password)
    {
        await Page.GetByTestId("login-email").FillAsync(email);
        await Page.GetByTestId("login-password").FillAsync(password);
        await Page.GetByTestId("login-submit").ClickAsync();
        await Page.GetByTestId("inbox-list").WaitForAsync();
    }

    /// <summary>Opens the review whose row holds a text.</summary>
    public async Task OpenReviewAsync(string text)
    {
        await Rows.Filter(new LocatorFilterOptions { HasText = text }).First.ClickAsync();
        await Page.GetByTestId("detail").WaitForAsync();
    }

    /// <summary>Keeps a picture for people to look at, where <c>AGENTIQ_SCREENSHOTS</c> names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("AGENTIQ_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }

    /// <summary>A page that is shown must be readable by everybody, and nothing may stick out of it.</summary>
    public async Task LookAsync(string name)
    {
        await PictureAsync(name);
        var sticksOut = await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        sticksOut.ShouldBeFalse($"{name} scrolls sideways");
        var found = await Page.RunAxe();
        found.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Help}: {string.Join(" ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty();
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
