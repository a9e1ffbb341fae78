using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Threading.Channels;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Api.Policies.Checks;
using AgentIQ.Server.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>
/// Runs a back-test and answers line by line, so that its author sees how far it is. Each line leaves at once; when the connection is
/// closed, the run stops.
/// </summary>
internal sealed class BacktestStream(Guid sellerId, CompiledRuleSet draft, BacktestRequest request, Language language, IDisposable slot) : IResult
{
    public const string ContentType = "application/x-ndjson";

    private static readonly byte[] LineFeed = "\n"u8.ToArray();

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using var taken = slot;
        var stopping = httpContext.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted, stopping);
        var ct = stop.Token;
        httpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        httpContext.Response.ContentType = ContentType;
        httpContext.Response.Headers.CacheControl = "no-store";
        // A proxy in front would otherwise hold the lines back until the end.
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";

        // Only the newest progress counts: a slow reader never holds the run up.
        var progress = Channel.CreateBounded<BacktestProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        var run = RunAsync(httpContext, progress.Writer, ct);
        try
        {
            await foreach (var step in progress.Reader.ReadAllAsync(ct))
            {
                await WriteAsync(httpContext, new BacktestProgressLine(step.Done, step.Total, step.Changed), ct);
            }

            await WriteAsync(httpContext, await run, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // Its author has closed the page or pressed stop, or the server stops: there is nobody to tell.
        }
        finally
        {
            // The slot is free only when nothing runs any more.
            await stop.CancelAsync();
            await Task.WhenAny(run);
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The answer has begun: whatever breaks now can only be said in its last line.")]
    private async Task<BacktestLine> RunAsync(HttpContext context, ChannelWriter<BacktestProgress> progress, CancellationToken ct)
    {
        var services = context.RequestServices;
        var time = services.GetRequiredService<TimeProvider>();
        var started = time.GetTimestamp();
        try
        {
            var backtests = services.GetRequiredService<IBacktests>();
            var report = await Task.Run(() => backtests.RunAsync(sellerId, request, new Steps(progress), ct), ct);
            var views = services.GetRequiredService<BacktestViews>();
            var outputs = draft.Source.OutputCatalogue;
            var samples = await services.GetRequiredService<Database>().InTenantAsync(sellerId, scope => views.SamplesAsync(scope, outputs, report.Samples, language, ct), ct);
            return new BacktestReportLine(
                report.Against.ToString(),
                report.Decisions,
                report.Changed,
                report.NotComparable,
                BacktestViews.Outputs(outputs, report.Outputs, language),
                samples,
                BacktestViews.Consequences(report.Consequences, language),
                Math.Round(time.GetElapsedTime(started).TotalSeconds, 2));
        }
        catch (RuleSetException unreadable)
        {
            return Problem(PolicyProblems.Unreadable, PolicyRefusals.Views(PolicyRefusals.Findings(draft.Name, unreadable), language));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            services.GetRequiredService<ILogger<BacktestStream>>().LogError(exception, "A back-test of {Set} broke off.", draft.Name);
            return Problem(PolicyProblems.BacktestFailed, findings: null);
        }
        finally
        {
            progress.TryComplete();
        }
    }

    private BacktestProblemLine Problem(Problem problem, IReadOnlyList<PolicyFindingView>? findings) =>
        new(problem.Title.In(language), problem.Detail.In(language), findings);

    private static async Task WriteAsync(HttpContext context, BacktestLine line, CancellationToken ct)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        await JsonSerializer.SerializeAsync(context.Response.Body, line, json, ct);
        await context.Response.Body.WriteAsync(LineFeed, ct);
        await context.Response.Body.FlushAsync(ct);
    }

    /// <summary>Reports on the run's own threads; <see cref="Progress{T}"/> would report out of order.</summary>
    private sealed class Steps(ChannelWriter<BacktestProgress> writer) : IProgress<BacktestProgress>
    {
        public void Report(BacktestProgress value) => writer.TryWrite(value);
    }
}
