using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>
/// What a list is asked for. Read by hand: names come in any case, booleans as <c>True</c>, and what cannot be understood must be said in
/// the shape that the designer knows.
/// </summary>
/// <param name="Filter">What to show.</param>
/// <param name="Problem">What was not understood; null: all was.</param>
internal sealed record ListQuery(DefinitionFilter Filter, string? Problem)
{
    /// <summary>Lets endpoints take it as a parameter.</summary>
    public static ValueTask<ListQuery> BindAsync(HttpContext context) => ValueTask.FromResult(Read(context.Request.Query));

    /// <summary>The version that a route means.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="absent">What it means when it does not say.</param>
    /// <param name="version">The version.</param>
    /// <returns>What was not understood; null: all was.</returns>
    public static string? Version(IQueryCollection query, VersionOptions absent, out VersionOptions version)
    {
        version = absent;
        return !query.TryGetValue("versionOptions", out var text) || VersionOptions.TryParse(text, out version)
            ? null
            : $"versionOptions: expected Latest, Published, LatestOrPublished, LatestAndPublished, Draft, AllVersions or a number, got '{text}'.";
    }

    private static ListQuery Read(IQueryCollection query)
    {
        var problem = Version(query, VersionOptions.AllVersions, out var version);
        var page = Number(query["page"], ref problem);
        var size = Number(query["pageSize"], ref problem);
        var order = query["orderBy"].ToString();
        var direction = query["orderDirection"].ToString();
        var filter = new DefinitionFilter
        {
            Version = version,
            DefinitionIds = Texts(query["definitionIds"]),
            VersionIds = Texts(query["ids"]),
            SearchTerm = query["searchTerm"].ToString().Replace("\0", string.Empty, StringComparison.Ordinal),
            IsSystem = bool.TryParse(query["isSystem"], out var isSystem) ? isSystem : null,
            OrderBy = Enum.TryParse<DefinitionOrder>(order, ignoreCase: true, out var by) ? by : DefinitionOrder.Name,
            Descending = direction.Length == 0 ? order.Length > 0 : direction.Equals("Descending", StringComparison.OrdinalIgnoreCase),
            Skip = size is { } length ? (int)Math.Min((long)(page ?? 0) * length, int.MaxValue) : 0,
            Take = size,
        };
        return new ListQuery(filter, problem);
    }

    private static string[]? Texts(StringValues values) => values.Count == 0 ? null : [.. values.OfType<string>().Where(text => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal))];

    private static int? Number(StringValues text, ref string? problem)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        problem ??= $"page and pageSize: expected whole numbers from 0, got '{text}'.";
        return null;
    }
}
