using AgentIQ.EndToEnd.Tests.Support;
using Microsoft.Playwright;

namespace AgentIQ.EndToEnd.Tests.Studio;

/// <summary>
/// One installation and one signed-in browser a person for all tests of the designer: its runtime is downloaded once and not by every test.
/// Each test has definitions of its own.
/// </summary>
public sealed class StudioDesk(Chromium chromium) : IAsyncLifetime
{
    private readonly Dictionary<string, IBrowserContext> _people = [];

    internal Installation Installation { get; private set; } = null!;

    /// <summary>Edits.</summary>
    internal StudioApi Owner => new(_people[Installation.OwnerEmail]);

    public async ValueTask InitializeAsync()
    {
        Installation = await Installation.StartAsync();
        foreach (var email in (string[])[Installation.OwnerEmail, Installation.ManagerEmail, Installation.OperatorEmail])
        {
            _people[email] = await chromium.PersonAsync(Installation.Host.Address);
            await new StudioApi(_people[email]).SignInAsync(email);
        }
    }

    /// <summary>A person works in a window with a frame as the console has it. Afterwards the browser must not have complained.</summary>
    /// <param name="email">Who.</param>
    /// <param name="path">The frame's page below <c>/studio</c>.</param>
    /// <param name="work">What they do.</param>
    internal async Task OpenAsync(string email, string path, Func<StudioFrame, Task> work)
    {
        await using var frame = await StudioFrame.OpenAsync(_people[email], path);
        await work(frame);
        frame.Errors.ShouldBeEmpty();
    }

    /// <summary>The owner's window.</summary>
    internal Task OpenAsync(string path, Func<StudioFrame, Task> work) => OpenAsync(Installation.OwnerEmail, path, work);

    /// <summary>A browser that nobody else uses, signed in, of any size.</summary>
    internal async Task<IBrowserContext> AnotherBrowserAsync(string email, int width = 1440, int height = 900)
    {
        var person = await chromium.PersonAsync(Installation.Host.Address, width, height);
        await new StudioApi(person).SignInAsync(email);
        return person;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            await person.DisposeAsync();
        }

        await Installation.DisposeAsync();
    }
}

/// <summary>Tests of the designer run one after the other: they share the desk, and two cores start two runtimes no faster than one.</summary>
[CollectionDefinition(Name)]
public sealed class StudioCollection : ICollectionFixture<StudioDesk>
{
    public const string Name = "Studio";
}
