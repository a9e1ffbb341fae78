using AgentIQ.Postgres;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentIQ.Rules.Sets;

/// <summary>Loads the policies before anything else starts, and keeps them fresh: by notification, and by asking every interval.</summary>
internal sealed class PoliciesService(
    Policies policies, RulesOptions options, TimeProvider clock, ILogger<PoliciesService> logger, Notifications? notifications = null) : BackgroundService
{
    private readonly SemaphoreSlim _hint = new(0, 1);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await policies.ImportAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _hint.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = notifications?.Subscribe(PolicyStore.Channel, _ => Hint(), Hint);
        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(stoppingToken);
            try
            {
                await policies.ReloadAsync(stoppingToken);
            }
            catch (NpgsqlException exception)
            {
                logger.LogWarning(exception, "The database did not answer when new policies were looked for; those in force stay, and the next look is in {Interval}.", options.ReloadInterval);
            }
        }
    }

    private void Hint()
    {
        try
        {
            _hint.Release();
        }
        catch (SemaphoreFullException)
        {
            // One pending look is enough.
        }
        catch (ObjectDisposedException)
        {
            // The host is stopping.
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var pause = new CancellationTokenSource(options.ReloadInterval, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, pause.Token);
        try
        {
            await _hint.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // The interval has passed.
        }
    }
}
