using AgentIQ.Interactions;
using AgentIQ.Orchestration.Team;
using AgentIQ.Postgres;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Security;
using AgentIQ.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests;

/// <summary>
/// A server on a real Kestrel and a real PostgreSQL with a database of its own, two sellers, and a person of each role
/// at the first one. Its clock is the test's.
/// </summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    public static readonly Guid Seller = new("01900000-0000-7000-8000-000000000001");

    public static readonly Guid OtherSeller = new("01900000-0000-7000-8000-000000000002");

    public const string OtherOwner = "owner@other.test";

    private static readonly Lazy<string> Hash = new(() => new Passwords().Hash(Password));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentiq-server-tests-");

    private Desk(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    /// <summary>Begins now, because the client's cookie jar looks at the real clock, and is moved by tests alone.</summary>
    public ManualTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public CollectingSink Log { get; } = new();

    public AgentIqHost Host { get; private set; } = null!;

    public string Folder => _folder.FullName;

    public IServiceProvider Services => Host.Services;

    public static async Task<Desk> StartAsync(Func<ServerOptions, ServerOptions>? change = null)
    {
        var desk = new Desk(await TestDatabase.CreateAsync([.. Layers.Schema]));
        desk.Host = AgentIqHost.Create((change ?? (options => options))(desk.Options()));
        await desk.Host.StartAsync(TestContext.Current.CancellationToken);
        await desk.PopulateAsync();
        return desk;
    }

    /// <summary>A second process' options on the same database, in a folder of its own.</summary>
    public ServerOptions Options(string? folder = null) => new()
    {
        DataFolder = folder ?? Folder,
        Database = Database.ConnectionString,
        Urls = ["http://127.0.0.1:0"],
        Roles = HostRoles.Web,
        Time = Time,
        Logger = Log.Logger,
    };

    public static string EmailOf(TeamRole role) => $"{EnumText<TeamRole>.Of(role)}@seller.test";

    /// <summary>Somebody who is not signed in, in a browser of our own origin.</summary>
    public Browser Browser(AgentIqHost? host = null) => new((host ?? Host).Address);

    public async Task<Browser> SignInAsync(TeamRole role) => await SignInAsync(EmailOf(role));

    public async Task<Browser> SignInAsync(string email)
    {
        var browser = Browser();
        (await browser.SignInAsync(email, Password)).EnsureSuccessStatusCode();
        return browser;
    }

    public Task InTenantAsync(Guid seller, Func<TenantScope, Task> work)
        => Services.GetRequiredService<Database>().InTenantAsync(seller, work, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task PopulateAsync()
    {
        var ct = TestContext.Current.CancellationToken;
        var sellers = Services.GetRequiredService<SellerStore>();
        var users = Services.GetRequiredService<UserStore>();
        await InTenantAsync(Seller, async scope =>
        {
            await sellers.EnsureAsync(scope, "Первый", ct);
            foreach (var role in Enum.GetValues<TeamRole>())
            {
                await users.AddAsync(scope, new NewTeamMember(role.ToString(), EmailOf(role), role, Hash.Value), ct);
            }
        });
        await InTenantAsync(OtherSeller, async scope =>
        {
            await sellers.EnsureAsync(scope, "Второй", ct);
            await users.AddAsync(scope, new NewTeamMember("Чужая", OtherOwner, TeamRole.Owner, Hash.Value), ct);
        });
    }
}
