using System.Diagnostics;
using AgentIQ.Chaos.Cluster;
using AgentIQ.Chaos.Faults;
using AgentIQ.Chaos.Invariants;
using AgentIQ.Chaos.Load;
using AgentIQ.Chaos.Workers;
using AgentIQ.Chaos.World;
using AgentIQ.Postgres;
using Dapper;

namespace AgentIQ.Chaos;

/// <summary>One run: a cluster, a world, workers, a load and faults; then rest, then the checks.</summary>
internal static class ChaosRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <summary>Every timer of the definitions is due by then.</summary>
    private static readonly TimeSpan PastEveryTimer = TimeSpan.FromMinutes(1);

    public static async Task<ChaosReport> RunAsync(ChaosOptions options, ChaosLog log, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("agentiq-chaos-").FullName;
        var isKept = true;
        try
        {
            log.Say($"seed {options.Seed}, {options.Workers} workers, folder {folder}");
            var report = await RunInAsync(folder, options, log, ct);
            isKept = options.Keep || !report.IsGood;
            return isKept ? report : report with { Folder = null };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            isKept = options.Keep;
            throw;
        }
        finally
        {
            if (!isKept)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task<ChaosReport> RunInAsync(string folder, ChaosOptions options, ChaosLog log, CancellationToken ct)
    {
        var freezes = new FreezeLog();
        await using var cluster = await ChaosCluster.StartAsync(folder, ct);
        await using var world = new OutsideWorld(Path.Combine(folder, "world"), freezes, new Random(options.Seed + 1));
        await using var engine = new Engine(cluster.ConnectionString, world.Socket, options.Lease);
        await engine.PublishAsync(ct);
        using var workers = new WorkerPool(options.Workers, cluster.ConnectionString, world.Socket, options.Lease, folder);

        var injector = new FaultInjector(
            new FaultPlan(cluster, workers, world, freezes, engine, options, new Random(options.Seed + 2), log), new Random(options.Seed + 3), log);
        var producer = new Producer(engine, new Random(options.Seed + 4), new UuidV7Source(TimeProvider.System));
        var people = new Operator(engine, new Random(options.Seed + 5));
        using (var faults = new CancellationTokenSource(options.Duration))
        {
            await Task.WhenAll(injector.RunAsync(faults.Token, ct), producer.RunAsync(faults.Token, ct), people.RunAsync(faults.Token, ct)).WaitAsync(ct);
        }

        log.Say("no more faults; everything comes to rest");
        world.IsReliable = true;
        var ended = workers.Replace();
        await DrainAsync(engine, people, SetClock, options.DrainLimit, log, ct);
        await using var connection = await cluster.OpenAsync(ct);
        var evidence = await Evidence.ReadAsync(connection, engine, world.Calls, ct);
        log.Say("checked");
        return new ChaosReport(
            options.Seed, options.Duration.TotalMinutes, options.Workers, injector.Happened, Load(evidence, people, ended), AllInvariants.Check(evidence), folder);

        void SetClock(TimeSpan by)
        {
            workers.SetClock(workers.Clock + by);
            engine.Clock.Offset = workers.Clock;
        }
    }

    /// <summary>Waits until nothing is to be done; when that takes too long the checks will say what hangs.</summary>
    /// <param name="engine">Looks.</param>
    /// <param name="people">Deal with incidents meanwhile.</param>
    /// <param name="setClock">Moves everybody's clock by so much, so that the next timers are due.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="log">Is told of the end.</param>
    /// <param name="ct">Ends the waiting.</param>
    internal static async Task DrainAsync(Engine engine, Operator people, Action<TimeSpan> setClock, TimeSpan limit, ChaosLog log, CancellationToken ct)
    {
        var begin = Stopwatch.GetTimestamp();
        while (true)
        {
            setClock(PastEveryTimer);
            await people.TryWorkAsync(ct);
            var open = await Insistence.UntilAnsweredAsync(() => engine.InTenantAsync(CountOpenAsync, ct), ct);
            if (open == 0)
            {
                log.Say("at rest");
                return;
            }

            if (Stopwatch.GetElapsedTime(begin) > limit)
            {
                log.Say($"not at rest after {limit.TotalSeconds:0} s: {open} instances or pieces of work are open");
                return;
            }

            await Task.Delay(Look, ct);
        }
    }

    private static Task<long> CountOpenAsync(TenantScope scope) => scope.Connection.ExecuteScalarAsync<long>(
        """
        SELECT (SELECT count(*) FROM agentiq.workflow_queue WHERE tenant_id = @TenantId)
             + (SELECT count(*) FROM agentiq.workflow_instances WHERE tenant_id = @TenantId AND sub_status <> 'Finished')
             + (SELECT count(*) FROM agentiq.workflow_incidents WHERE tenant_id = @TenantId AND resolved_at IS NULL)
        """,
        new { scope.TenantId });

    private static Dictionary<string, long> Load(Evidence evidence, Operator people, int ended) => new()
    {
        ["starts accepted"] = evidence.Requests.Count(r => r.Kind == "start"),
        ["stimuli accepted"] = evidence.Requests.Count(r => r.Kind == "stimulus"),
        ["instances"] = evidence.Instances.Count,
        ["journal entries"] = evidence.Journals.Values.Sum(j => j.Count),
        ["steps that wrote"] = evidence.Counts.Count,
        ["effects"] = evidence.Effects.Count,
        ["calls to the outside"] = evidence.Calls.Values.Sum(c => c.Count),
        ["calls excused, because frozen on the way"] = evidence.Calls.Values.Sum(c => c.Count > 1 ? c.Count(call => call.WasLate) : 0),
        ["incidents"] = evidence.Incidents.Count,
        ["incidents retried"] = people.Retried,
        ["incidents skipped"] = people.Skipped,
        ["dead work retried"] = people.Revived,
        ["workers that ended by themselves"] = ended,
    };
}
