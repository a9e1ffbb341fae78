using Microsoft.Playwright;

namespace AgentIQ.EndToEnd.Tests.Support;

/// <summary>One real browser for all tests; each test opens a window of its own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Eventually.Patience.TotalMilliseconds);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("AGENTIQ_CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a window on an installation's desk.</summary>
    /// <param name="address">The desk.</param>
    /// <param name="width">Pixels; a laptop by default.</param>
    /// <param name="height">Pixels.</param>
    public async Task<DeskPage> OpenAsync(Uri address, int width = 1440, int height = 900)
    {
        return await DeskPage.OpenAsync(await PersonAsync(address, width, height));
    }

    /// <summary>A person's browser, with cookies and a cache of its own, in which several windows can be opened.</summary>
    /// <param name="address">Where they work.</param>
    /// <param name="width">Pixels; a laptop by default.</param>
    /// <param name="height">Pixels.</param>
    public async Task<IBrowserContext> PersonAsync(Uri address, int width = 1440, int height = 900)
    {
        var person = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            Locale = "ru-RU",
            ViewportSize = new ViewportSize { Width = width, Height = height },
            IsMobile = width < 600,
            HasTouch = width < 600,
        });
        person.SetDefaultTimeout((float)Eventually.Patience.TotalMilliseconds);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
