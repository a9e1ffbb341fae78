using System.Collections.Concurrent;
using AgentIQ.Postgres;
using AgentIQ.Rules.Compilation;

namespace AgentIQ.Rules.Backtests;

/// <summary>Back-tests over the decision log in PostgreSQL.</summary>
internal sealed class BacktestRunner(Database database, IPolicies policies, IEnumerable<IConsequences> consequences, TimeProvider clock) : IBacktests
{
    /// <summary>As many as a small machine has cores; they are busy with reading half of the time.</summary>
    private const int Workers = 2;

    private static readonly TimeSpan BetweenReports = TimeSpan.FromMilliseconds(500);

    public async Task<BacktestReport> RunAsync(Guid tenantId, BacktestRequest request, IProgress<BacktestProgress> progress, CancellationToken ct)
    {
        var draft = RuleSetCompiler.CompileWithoutExamples(request.Draft, policies.Catalogue);
        var active = policies.Current(tenantId, draft.Name);
        var (starts, total) = await database.InTenantAsync(
            tenantId, scope => BacktestQueries.ChunksAsync(scope, draft.Name, request.From, request.To, ct), ct);
        var counter = consequences.FirstOrDefault(known => known.Set == draft.Name)?.NewCounter();
        var chunks = new ConcurrentQueue<(Guid From, Guid To)>(
            starts.Select((start, place) => (start, place + 1 < starts.Count ? starts[place + 1] : UuidV7.LeastAt(request.To))));
        BacktestWorker[] workers = [.. Enumerable.Range(0, Workers).Select(_ => new BacktestWorker(active, draft, request.Samples, counter))];
        var reports = new Reports(progress, total, clock);
        reports.Say(workers);
        await Task.WhenAll(workers.Select(worker => Task.Run(() => WorkAsync(tenantId, draft.Name, worker, chunks, () => reports.SayAtTimes(workers), ct), ct)));
        reports.Say(workers);
        return Report(active, workers, request.Samples, counter);
    }

    private async Task WorkAsync(
        Guid tenantId, string set, BacktestWorker worker, ConcurrentQueue<(Guid From, Guid To)> chunks, Action report, CancellationToken ct)
    {
        while (chunks.TryDequeue(out var chunk))
        {
            await database.InTenantAsync(
                tenantId,
                async scope => await worker.RunAsync(scope, await BacktestQueries.ReadAsync(scope, set, chunk.From, chunk.To, ct), ct),
                ct);
            report();
        }
    }

    private static BacktestReport Report(CompiledRuleSet active, BacktestWorker[] workers, int samplesWanted, IConsequenceCounter? counter)
    {
        var shifts = workers[0].Shifts;
        foreach (var worker in workers[1..])
        {
            shifts.Add(worker.Shifts);
        }

        // Each worker has as many as are wanted: of all, in the order of time, an even choice.
        List<BacktestSample> samples = [.. workers.SelectMany(worker => worker.Samples.Result()).OrderBy(sample => sample.DecisionId)];
        var wanted = Math.Min(samplesWanted, samples.Count);
        return new BacktestReport(
            active.Name,
            active.Version,
            workers.Sum(worker => worker.Decisions),
            workers.Sum(worker => worker.Changed),
            workers.Sum(worker => worker.NotComparable),
            shifts.Result(),
            [.. Enumerable.Range(0, wanted).Select(place => samples[place * samples.Count / wanted])],
            counter?.Result() ?? []);
    }

    private sealed class Reports(IProgress<BacktestProgress> progress, long total, TimeProvider clock)
    {
        private readonly Lock _gate = new();
        private long _last = clock.GetTimestamp();

        public void SayAtTimes(BacktestWorker[] workers)
        {
            lock (_gate)
            {
                if (clock.GetElapsedTime(_last) < BetweenReports)
                {
                    return;
                }

                _last = clock.GetTimestamp();
            }

            Say(workers);
        }

        public void Say(BacktestWorker[] workers) => progress.Report(new BacktestProgress(
            workers.Sum(worker => worker.Decisions + worker.NotComparable), total, workers.Sum(worker => worker.Changed)));
    }
}
