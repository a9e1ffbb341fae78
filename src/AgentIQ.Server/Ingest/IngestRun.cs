using System.Globalization;
using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Server.Hosting;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Feeding;
using AgentIQ.Workflows;
using SimulatedWildberries = AgentIQ.Simulator.Wildberries.WildberriesOptions;

namespace AgentIQ.Server.Ingest;

/// <summary>
/// Puts a file through everything: a simulator that holds it, the connector, the sync, the lifecycle. A second run on
/// the same data finds that nothing changed.
/// </summary>
internal sealed class IngestRun(ServerOptions options, IngestFile file, TextWriter progress)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs until everything is processed.</summary>
    /// <returns>What became of the file's items, and the open ones by intent.</returns>
    /// <exception cref="UserErrorException">The file is damaged, or the sync does not come through.</exception>
    public async Task<IngestResult> RunAsync(CancellationToken ct)
    {
        await using var simulator = await SimulatorHost.StartAsync(
            new SimulatorOptions
            {
                Name = "ingest",
                Time = options.Time,

                // A file of the past is taken as it stands: what nobody answered still waits, however old it is.
                Wildberries = new SimulatedWildberries { ArchiveUnansweredAfter = null },
            },
            ct);
        var account = simulator.Wildberries.AddSeller(file.SellerName);
        var loaded = Load(account);
        await progress.WriteLineAsync($"{loaded} feedbacks in {file.Path}");

        await using var host = AgentIqHost.Create(options with
        {
            Roles = HostRoles.Worker,
            Urls = ["http://127.0.0.1:0"],
            Ingestion = options.Ingestion with
            {
                Wildberries = options.Ingestion.Wildberries with { FeedbacksAddress = simulator.BaseAddress },
            },
        });
        await host.StartAsync(ct);
        await SyncAsync(host.Services, await ConnectAsync(host.Services, account, ct), ct);
        await ProcessAsync(host.Services, ct);

        var database = host.Services.GetRequiredService<Database>();
        var queries = host.Services.GetRequiredService<InteractionQueries>();
        return await database.InTenantAsync(
            file.SellerId,
            async scope => new IngestResult(await queries.OutcomesAsync(scope, ct), await queries.IntentsAsync(scope, ct)),
            ct);
    }

    private int Load(WildberriesSeller account)
    {
        try
        {
            return account.Load(file.Path, new FeedbackFileOptions { AsNew = file.AsNew });
        }
        catch (FeedbackFileException damaged)
        {
            throw new UserErrorException(damaged.Message, damaged);
        }
    }

    private async Task<Guid> ConnectAsync(IServiceProvider services, WildberriesSeller account, CancellationToken ct)
    {
        var database = services.GetRequiredService<Database>();
        var sellers = services.GetRequiredService<SellerStore>();
        var channels = services.GetRequiredService<ChannelService>();
        await database.InTenantAsync(file.SellerId, scope => sellers.EnsureAsync(scope, Path.GetFileName(file.Path), ct), ct);
        if (await channels.ListAsync(file.SellerId, ct) is [var known, ..])
        {
            await channels.ReplaceSecretAsync(file.SellerId, known.Id, account.IssueToken(), ct);
            return known.Id;
        }

        var channel = new NewChannel(Marketplaces.Wildberries, Channel.Review, Path.GetFileName(file.Path), account.IssueToken());
        return await channels.ConnectAsync(file.SellerId, channel, ct);
    }

    private async Task SyncAsync(IServiceProvider services, Guid channelId, CancellationToken ct)
    {
        var runner = services.GetRequiredService<SyncRunner>();
        SyncReport report;
        do
        {
            report = await runner.RunOnceAsync(file.SellerId, channelId, ct);
            await progress.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"sync: {report.Counts.Fetched} read, {report.Counts.Created} new, {report.Counts.Quarantined} in quarantine"));
            if (report.Outcome == SyncOutcome.Waiting)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), options.Time, ct);
            }
        }
        while (report.Outcome is SyncOutcome.MoreToCome or SyncOutcome.Waiting);

        if (report.Outcome != SyncOutcome.Completed)
        {
            throw new UserErrorException($"The sync ended as {report.Outcome}: {report.Reason?.Text(Language.English) ?? "no reason was given"}.");
        }
    }

    private async Task ProcessAsync(IServiceProvider services, CancellationToken ct)
    {
        var database = services.GetRequiredService<Database>();
        var monitor = services.GetRequiredService<IWorkflowMonitor>();
        var shown = -1L;
        while (await database.InTenantAsync(file.SellerId, scope => monitor.CountDueAsync(scope, options.Time.GetUtcNow(), ct), ct) is > 0 and var due)
        {
            if (due != shown)
            {
                shown = due;
                await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"processing: {due} to go"));
            }

            await Task.Delay(LookInterval, options.Time, ct);
        }
    }
}
