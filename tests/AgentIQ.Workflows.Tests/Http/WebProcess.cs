using System.Net;
using System.Security.Claims;
using AgentIQ.Workflows.Http;
using AgentIQ.Workflows.Tests.Durable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Tests.Http;

/// <summary>A process that takes requests and does no work: the engine's worker is another one on the same database.</summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Engine _engine;

    private WebProcess(WebApplication app, Engine engine) => (_app, _engine) = (app, engine);

    public HttpClient Client { get; private set; } = new();

    public static async Task<WebProcess> StartAsync(Engine engine, Action<WorkflowHttpOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(engine.Database);
        builder.Services.AddSingleton<TimeProvider>(engine.Time);
        builder.Services.AddSingleton<IWorkflowHttpTenants, Shops>();
        builder.Services.AddAuthorization(o => o.AddPolicy("Boss", p => p.RequireClaim("role", "boss")));
        builder.Services.AddWorkflows(o =>
        {
            o.RunsWorker = false;
            o.Http.AllowAnonymous = true;
            configure?.Invoke(o.Http);
        });
        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (context.Request.Headers["X-Test-User"].ToString() is { Length: > 0 } user)
            {
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("shop", user.Split('/')[0]), new Claim("role", user.Split('/')[1])], "test"));
            }

            return next(context);
        });
        app.UseRouting();
        app.MapWorkflowEndpoints();
        await app.StartAsync();
        await engine.Worker.StartAsync(CancellationToken.None);
        await engine.Notifier.StartAsync(CancellationToken.None);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new WebProcess(app, engine) { Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address + "/workflows/"), Timeout = TimeSpan.FromSeconds(60) } };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _engine.Notifier.StopAsync(CancellationToken.None);
        await _engine.Worker.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    private sealed class Shops : IWorkflowHttpTenants
    {
        public Task<Guid?> FindAsync(string key, CancellationToken ct) => Task.FromResult<Guid?>(key == "shop" ? Engine.Seller : null);

        public bool IsMember(ClaimsPrincipal user, Guid tenantId) => user.HasClaim("shop", "shop") && tenantId == Engine.Seller;
    }
}
