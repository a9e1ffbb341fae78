using AgentIQ.Workflows.Monitoring;
using Microsoft.AspNetCore.Mvc;

namespace AgentIQ.Workflows.Studio.Instances.Viewing;

/// <summary>Which part of a journal is wanted.</summary>
/// <param name="Filter">Null: everything.</param>
/// <param name="Skip">Null: from the first on.</param>
/// <param name="Take">Null: all of them.</param>
internal sealed record JournalRequest(JournalFilter? Filter, int? Skip, int? Take)
{
    public JournalRequest()
        : this(Filter: null, Skip: null, Take: null)
    {
    }
}

/// <summary>The same in a query, which goes before the body; pages are zero-based.</summary>
internal sealed record JournalQuery(
    [FromQuery(Name = "skip")] int? Skip, [FromQuery(Name = "take")] int? Take, [FromQuery(Name = "page")] int? Page, [FromQuery(Name = "pageSize")] int? PageSize)
{
    public JournalRequest With(JournalRequest body)
    {
        var take = Take ?? PageSize ?? body.Take;
        return body with
        {
            Skip = Math.Max(0, Skip ?? Page * PageSize ?? body.Skip ?? 0),
            Take = take is null ? null : Math.Max(0, take.Value),
        };
    }
}
