using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>A window whose one frame holds a page of the designer, and which hears what the page tells the console.</summary>
internal sealed class StudioFrame : IAsyncDisposable
{
    /// <summary>
    /// Makes a page of ours the window around the frame. A routed page would be simpler, but with a route the browser keeps no cache, and every
    /// window would load the whole designer again.
    /// </summary>
    private const string Surround = """
        path => {
          document.documentElement.lang = "ru";
          document.head.innerHTML = '<meta name="viewport" content="width=device-width"><title>AgentIQ</title>';
          window.heard = [];
          addEventListener("message", event => { if (event.data.source === "agentiq-studio") heard.push(event.data); });
          const frame = document.createElement("iframe");
          frame.name = "studio";
          frame.src = path;
          frame.style.cssText = "display:block;border:0;width:100vw;height:100vh";
          document.body.style.margin = "0";
          document.body.replaceChildren(frame);
        }
        """;

    private readonly IPage _page;
    private readonly List<string> _errors = [];

    private StudioFrame(IPage page) => _page = page;

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public IPage Page => _page;

    private IFrame Inner => _page.Frame("studio")!;

    /// <summary>The activities on the canvas.</summary>
    public ILocator Nodes => Inner.Locator(".x6-node");

    /// <summary>The connections on the canvas.</summary>
    public ILocator Edges => Inner.Locator(".x6-edge");

    /// <summary>What the lower pane shows of the chosen activity.</summary>
    public ILocator Panel => Inner.Locator(".rz-splitter-vertical > .rz-splitter-pane").Last;

    /// <summary>The cloud in the bar; only editors have it.</summary>
    public ILocator Publish => Inner.Locator(".mud-toolbar button.mud-icon-button.mud-primary-text");

    /// <summary>Short messages at the edge.</summary>
    public ILocator Notices => Inner.Locator(".mud-snackbar");

    public ILocator Rows => Inner.Locator("table tbody tr");

    /// <summary>Opens a window and waits until the element is drawn.</summary>
    /// <param name="person">Whose browser.</param>
    /// <param name="path">The page below <c>/studio</c>.</param>
    public static async Task<StudioFrame> OpenAsync(IBrowserContext person, string path)
    {
        var page = await person.NewPageAsync();
        var frame = new StudioFrame(page);
        page.Console += (_, message) =>
        {
            // The browser itself reports every 400 and 401 that the page handles.
            if (message.Type == "error" && !message.Text.Contains("the server responded with a status of", StringComparison.Ordinal))
            {
                frame._errors.Add(message.Text);
            }
        };
        page.PageError += (_, error) => frame._errors.Add(error);
        await page.GotoAsync("/health/live");
        await page.EvaluateAsync(Surround, $"/studio{path}");
        await frame.HearAsync("ready");
        return frame;
    }

    /// <summary>The parts of the runtime, whose names change with what is in them, that did not come from the browser's cache.</summary>
    public Task<string[]> DownloadsAsync() => Inner.EvaluateAsync<string[]>(
        """
        () => performance.getEntriesByType("resource")
          .filter(entry => entry.transferSize > 0 && /\/_framework\/.+\.[a-z0-9]{10}\.(wasm|js|dat)$/.test(entry.name))
          .map(entry => entry.name)
        """);

    public ILocator Find(string selector) => Inner.Locator(selector);

    /// <summary>An activity on the canvas by its id.</summary>
    public ILocator Node(string activityId) => Inner.Locator($".x6-node[data-cell-id='{activityId}']");

    /// <summary>Waits until every activity is on the canvas.</summary>
    public Task DrawnAsync(int activities) => Expect(Inner.Locator("elsa-activity-wrapper .activity-label")).ToHaveCountAsync(activities);

    /// <summary>Waits until the page tells the console something; what it said before is forgotten.</summary>
    public async Task<JsonElement> HearAsync(string type)
    {
        var heard = await _page.WaitForFunctionAsync(
            "type => { const at = heard.findIndex(message => message.type === type); return at < 0 ? null : heard.splice(0, at + 1).at(-1); }",
            type);
        return await heard.JsonValueAsync<JsonElement>();
    }

    /// <summary>Says something as the console.</summary>
    public Task SayAsync(object message) => _page.EvaluateAsync(
        "message => frames.studio.postMessage({ source: 'agentiq-console', ...message }, location.origin)", message);

    /// <summary>Chooses an activity, wherever on the canvas it is.</summary>
    public async Task ChooseAsync(string activityId)
    {
        await Node(activityId).Locator(".activity-content").EvaluateAsync(
            """
            element => {
              const box = element.getBoundingClientRect();
              for (const type of ["mousedown", "mouseup", "click"]) {
                element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window, clientX: box.x + 5, clientY: box.y + 5 }));
              }
            }
            """);
        await Panel.Locator(".mud-tab").First.WaitForAsync();
    }

    /// <summary>Writes into the chosen activity's first field, and waits until it was saved by itself.</summary>
    public async Task WriteAsync(string before, string after)
    {
        var field = Panel.Locator("input[type=text]").First;
        await Expect(field).ToHaveValueAsync(before);
        await field.FillAsync(after);
        await field.PressAsync("Tab");
    }

    /// <summary>Draws a connection between two activities.</summary>
    public async Task ConnectAsync(string from, string to)
    {
        var start = await CentreAsync(Node(from).Locator("[port=Done]"));
        var end = await CentreAsync(Node(to).Locator("[port=In]"));
        await _page.Mouse.MoveAsync(start.X, start.Y);
        await _page.Mouse.DownAsync();
        await _page.Mouse.MoveAsync(start.X + 30, start.Y - 20, new MouseMoveOptions { Steps = 4 });
        await _page.Mouse.MoveAsync(end.X, end.Y, new MouseMoveOptions { Steps = 8 });
        await _page.Mouse.UpAsync();
    }

    /// <summary>Drags an activity type from the palette to a place on the canvas.</summary>
    public async Task AddAsync(string search, string category, string name, int x, int y)
    {
        await Inner.Locator("input[type=text]").First.FillAsync(search);
        await Inner.Locator(".mud-expand-panel-header").Filter(new LocatorFilterOptions { HasText = category }).ClickAsync();
        await Inner.Locator("[draggable=true]").Filter(new LocatorFilterOptions { HasText = name }).First
            .DragToAsync(Inner.Locator(".x6-graph"), new LocatorDragToOptions { TargetPosition = new TargetPosition { X = x, Y = y } });
    }

    /// <summary>Keeps a picture for people to look at, where <c>AGENTIQ_SCREENSHOTS</c> names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("AGENTIQ_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await _page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"studio-{name}.png") });
        }
    }

    public async ValueTask DisposeAsync() => await _page.CloseAsync();

    private static async Task<(float X, float Y)> CentreAsync(ILocator locator)
    {
        var box = await locator.BoundingBoxAsync();
        box.ShouldNotBeNull();
        return (box.X + (box.Width / 2), box.Y + (box.Height / 2));
    }
}
