namespace AgentIQ.Ingestion;

/// <summary>How far a pass may go in one run.</summary>
/// <param name="Budget">Items at most.</param>
/// <param name="PageSize">Items of a page.</param>
/// <param name="Overlap">Items by which a page repeats the one before.</param>
/// <param name="Floor">Items up to this moment are known already; null reads to the end of the list.</param>
/// <param name="IsSweep">True when the watermark is ignored to see changes of older items.</param>
internal sealed record PassPlan(int Budget, int PageSize, int Overlap, DateTimeOffset? Floor, bool IsSweep)
{
    /// <summary>Plans a pass of an account that may be asked freely.</summary>
    public static PassPlan For(PassState state, IngestionOptions options, DateTimeOffset now)
    {
        var isSweep = state.SweptAt is null || now - state.SweptAt >= options.SweepInterval;
        var isFirst = state.Watermark is null;
        return new PassPlan(
            isFirst || isSweep ? options.FirstBudget : options.Budget,
            options.PageSize,
            Math.Min(options.PageOverlap, options.PageSize / 2),
            isSweep ? null : state.Watermark - options.WatermarkOverlap,
            isSweep);
    }

    /// <summary>Plans the only call of a run, for an account with very few calls: as much as one page may bring.</summary>
    public static PassPlan OneCall(ConnectorPace pace) => new(pace.MaxPageSize, pace.MaxPageSize, 0, null, IsSweep: true);
}
