namespace AgentIQ.Ingestion;

/// <summary>
/// Reads one half of a channel: page by page, newest first, until the list, the watermark or the budget ends. What a
/// budget leaves over is remembered and read by the next runs, so nothing is skipped for ever.
/// </summary>
internal sealed class PassReader(RecordStore store, IngestionOptions options)
{
    /// <summary>How often a segment looks for the place it lost before it goes on from where it is.</summary>
    private const int MaxStepsBack = 3;

    /// <summary>Reads, and says what is to be remembered. Nothing of it is remembered when it throws.</summary>
    public async Task<PassResult> ReadAsync(SyncRun run, PassState state, PassPlan plan, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var head = await ReadSegmentAsync(run, state.Pass, plan, new Segment(0, null, plan.Floor, plan.Budget), seen, cancellationToken);
        var known = state.Watermark - options.WatermarkOverlap;
        var reachedKnown = head.End != SegmentEnd.Budget || (known is not null && head.Oldest <= known);
        var backlog = state.Backlog;
        if (head.End == SegmentEnd.List)
        {
            backlog = null;
        }
        else if (!reachedKnown)
        {
            // A gap opened above an older one: going down from here to the older one's floor closes both.
            backlog = new PassBacklog(head.Offset, head.Oldest ?? now, backlog is null ? known : backlog.Floor);
        }
        else if (backlog is not null && head.Read < plan.Budget)
        {
            backlog = await ReadBacklogAsync(run, state.Pass, plan, backlog, plan.Budget - head.Read, seen, cancellationToken);
        }

        return new PassResult(
            state with
            {
                Watermark = Later(state.Watermark, head.Newest),
                LastRunAt = now,
                SweptAt = plan.IsSweep ? now : state.SweptAt,
                Backlog = backlog,
            },
            head.End switch { SegmentEnd.List => null, SegmentEnd.Floor => plan.Floor, _ => head.Oldest ?? now });
    }

    private async Task<PassBacklog?> ReadBacklogAsync(
        SyncRun run, SyncPass pass, PassPlan plan, PassBacklog backlog, int budget, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var start = Math.Max(0, backlog.Offset - plan.Overlap);
        var rest = await ReadSegmentAsync(run, pass, plan, new Segment(start, backlog.From, backlog.Floor, budget), seen, cancellationToken);
        return rest.End == SegmentEnd.Budget ? new PassBacklog(rest.Offset, rest.Oldest ?? backlog.From, backlog.Floor) : null;
    }

    private async Task<SegmentResult> ReadSegmentAsync(
        SyncRun run, SyncPass pass, PassPlan plan, Segment segment, HashSet<string> seen, CancellationToken cancellationToken)
    {
        var (offset, read, stepsBack) = (segment.Offset, 0, 0);
        DateTimeOffset? newest = null, oldest = null;
        HashSet<string>? before = null;
        while (true)
        {
            var count = Math.Min(plan.PageSize, segment.Budget - read + (before is null ? 0 : plan.Overlap));
            var page = await run.Channel.Connector.ListAsync(run.Channel.Connection, new ListRequest(pass, offset, count), cancellationToken);
            if (offset > 0 && stepsBack < MaxStepsBack && HasMoved(page, before, segment.From))
            {
                // Items above were answered and left the list, so what follows moved up past us.
                offset = Math.Max(0, offset - plan.PageSize);
                stepsBack++;
                continue;
            }

            var fresh = page.Records.Where(record => seen.Add(KeyOf(record))).ToList();
            await store.StoreAsync(run, fresh, cancellationToken);
            run.Seen.UnionWith(page.Records.Select(record => record.ExternalId).OfType<string>());
            read += fresh.Count;

            var times = page.Records.OfType<UnderstoodRecord>().Select(record => record.Item.OccurredAt).ToList();
            newest = Later(newest, times.Count == 0 ? null : times.Max());
            oldest = times.Count == 0 || oldest < times.Min() ? oldest : times.Min();
            offset += page.Records.Count;

            if (page.IsLast || page.Records.Count == 0)
            {
                return new SegmentResult(SegmentEnd.List, offset, read, newest, oldest);
            }

            if (segment.Floor is { } floor && oldest <= floor)
            {
                return new SegmentResult(SegmentEnd.Floor, offset, read, newest, oldest);
            }

            if (read >= segment.Budget)
            {
                return new SegmentResult(SegmentEnd.Budget, offset, read, newest, oldest);
            }

            before = [.. page.Records.Select(KeyOf)];
            offset -= Math.Min(plan.Overlap, page.Records.Count - 1);
        }
    }

    /// <summary>
    /// True when a page does not join what was read before: it shares no record with the previous page, or begins below
    /// the item where a backlog was left.
    /// </summary>
    private static bool HasMoved(ItemPage page, HashSet<string>? before, DateTimeOffset? from)
    {
        if (before is not null)
        {
            return page.Records.Count > 0 && !page.Records.Any(record => before.Contains(KeyOf(record)));
        }

        var first = page.Records.OfType<UnderstoodRecord>().FirstOrDefault();
        return from is not null && (first is null || first.Item.OccurredAt < from);
    }

    /// <summary>A record without an id is the same when it is the same text.</summary>
    private static string KeyOf(FetchedRecord record) => record.ExternalId ?? record.Raw;

    private static DateTimeOffset? Later(DateTimeOffset? a, DateTimeOffset? b) => a is null || b > a ? b : a;

    private enum SegmentEnd
    {
        List,
        Floor,
        Budget,
    }

    private sealed record Segment(int Offset, DateTimeOffset? From, DateTimeOffset? Floor, int Budget);

    private sealed record SegmentResult(SegmentEnd End, int Offset, int Read, DateTimeOffset? Newest, DateTimeOffset? Oldest);
}

/// <summary>What a pass leaves behind.</summary>
/// <param name="State">To be stored now that it came through.</param>
/// <param name="Covered">Every item of the list down to here was seen; null is all of them.</param>
internal sealed record PassResult(PassState State, DateTimeOffset? Covered);
