using System.Text.Json;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace AgentIQ.Workflows.Studio.Instances.Listing;

/// <summary>
/// Which instances the designer's list asks for (elsa-studio-contract 2.4). Enums are text: a name that we do not have, such as the sub-status
/// Interrupted, finds nothing and breaks nothing.
/// </summary>
internal sealed record InstanceListRequest
{
    /// <summary>Without a page size everything is meant; that is at most this many here.</summary>
    private const int Everything = 1000;

    /// <summary>Zero-based.</summary>
    public int? Page { get; init; }

    public int? PageSize { get; init; }

    public int? Skip { get; init; }

    public int? Take { get; init; }

    public string? SearchTerm { get; init; }

    public IReadOnlyList<string>? Ids { get; init; }

    public string? DefinitionId { get; init; }

    public IReadOnlyList<string>? DefinitionIds { get; init; }

    public string? DefinitionVersionId { get; init; }

    public IReadOnlyList<string>? DefinitionVersionIds { get; init; }

    public int? Version { get; init; }

    public string? CorrelationId { get; init; }

    public IReadOnlyList<string>? CorrelationIds { get; init; }

    public IReadOnlyList<string>? ParentWorkflowInstanceIds { get; init; }

    public bool? HasIncidents { get; init; }

    public bool? IsSystem { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string>? Statuses { get; init; }

    public string? SubStatus { get; init; }

    public IReadOnlyList<string>? SubStatuses { get; init; }

    public string? OrderBy { get; init; }

    public string? OrderDirection { get; init; }

    public IReadOnlyList<InstanceTimeFilter>? TimestampFilters { get; init; }

    /// <summary>Reads a query string: names in any case, lists as repeated names, a time filter as the JSON that the body would have.</summary>
    /// <exception cref="JsonException">A time filter is none.</exception>
    public static InstanceListRequest Of(IQueryCollection query)
    {
        return new InstanceListRequest
        {
            Page = Number(query["page"]),
            PageSize = Number(query["pageSize"]),
            Skip = Number(query["skip"]),
            Take = Number(query["take"]),
            SearchTerm = query["searchTerm"],
            Ids = List(query["ids"]),
            DefinitionId = query["definitionId"],
            DefinitionIds = List(query["definitionIds"]),
            DefinitionVersionId = query["definitionVersionId"],
            DefinitionVersionIds = List(query["definitionVersionIds"]),
            Version = Number(query["version"]),
            CorrelationId = query["correlationId"],
            CorrelationIds = List(query["correlationIds"]),
            ParentWorkflowInstanceIds = List(query["parentWorkflowInstanceIds"]),
            HasIncidents = Flag(query["hasIncidents"]),
            IsSystem = Flag(query["isSystem"]),
            Status = query["status"],
            Statuses = List(query["statuses"]),
            SubStatus = query["subStatus"],
            SubStatuses = List(query["subStatuses"]),
            OrderBy = query["orderBy"],
            OrderDirection = query["orderDirection"],
            TimestampFilters = [.. query["timestampFilters"].OfType<string>().Select(json => JsonSerializer.Deserialize<InstanceTimeFilter>(json, StudioJson.Options)!)],
        };

        static List<string> List(StringValues values) => [.. values.OfType<string>().Where(v => v.Length > 0)];

        static int? Number(StringValues values) => int.TryParse(values, out var number) ? number : null;

        static bool? Flag(StringValues values) => bool.TryParse(values, out var flag) ? flag : null;
    }

    /// <summary>As the engine understands it; null: nothing can match.</summary>
    public InstanceFilter? ToFilter()
    {
        var (ids, isIdsEmpty) = Known<Guid>(Ids, Guid.TryParse);
        var (parents, isParentsEmpty) = Known<Guid>(ParentWorkflowInstanceIds, Guid.TryParse);
        var (statuses, isStatusesEmpty) = Known<WorkflowStatus>(With(Statuses, Status), TryEnum);
        var (subStatuses, isSubStatusesEmpty) = Known<WorkflowSubStatus>(With(SubStatuses, SubStatus), TryEnum);
        if (isIdsEmpty || isParentsEmpty || isStatusesEmpty || isSubStatusesEmpty || IsSystem == true)
        {
            return null;
        }

        var take = Math.Clamp(PageSize ?? Take ?? Everything, 0, Everything);
        return new InstanceFilter
        {
            SearchTerm = SearchTerm,
            Ids = ids,
            DefinitionIds = With(DefinitionIds, DefinitionId),
            VersionIds = With(DefinitionVersionIds, DefinitionVersionId),
            Version = Version,
            CorrelationIds = With(CorrelationIds, CorrelationId),
            ParentIds = parents,
            Statuses = statuses,
            SubStatuses = subStatuses,
            HasIncidents = HasIncidents,
            Times = TimestampFilters,
            OrderBy = Enum.TryParse<InstanceOrder>(OrderBy, ignoreCase: true, out var order) ? order : InstanceOrder.Created,
            Descending = !string.Equals(OrderDirection, "Ascending", StringComparison.OrdinalIgnoreCase),
            Skip = (int)Math.Clamp(Page is { } page ? (long)page * take : Skip ?? 0, 0, int.MaxValue),
            Take = take,
        };
    }

    private delegate bool Reading<T>(string? text, out T value);

    private static bool TryEnum<T>(string? text, out T value)
        where T : struct, Enum =>
        Enum.TryParse(text, ignoreCase: true, out value) && Enum.IsDefined(value);

    /// <summary>The values that we know, and whether some were wanted and none is known.</summary>
    private static (List<T> Values, bool IsEmpty) Known<T>(IReadOnlyList<string>? wanted, Reading<T> read)
    {
        var values = new List<T>();
        foreach (var text in wanted ?? [])
        {
            if (read(text, out var value))
            {
                values.Add(value);
            }
        }

        return (values, wanted is { Count: > 0 } && values.Count == 0);
    }

    /// <summary>The list and the single value that stands beside it.</summary>
    private static IReadOnlyList<string>? With(IReadOnlyList<string>? list, string? one) => string.IsNullOrEmpty(one) ? list : [.. list ?? [], one];
}
