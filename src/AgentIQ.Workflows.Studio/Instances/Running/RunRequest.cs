using System.Globalization;
using System.Text.Json;

namespace AgentIQ.Workflows.Studio.Instances.Running;

/// <summary>A request to run a definition. Where the designer also names a version or a trigger, that does not count: each route says which version it runs.</summary>
internal sealed record RunRequest
{
    public string? CorrelationId { get; init; }

    public IReadOnlyDictionary<string, JsonElement>? Input { get; init; }

    /// <summary>How many instances; only of a bulk dispatch.</summary>
    public int? Count { get; init; }

    /// <summary>The input over what was prepared for it.</summary>
    public Dictionary<string, object?> InputOver(IReadOnlyDictionary<string, object?>? prepared)
    {
        var input = (prepared ?? new Dictionary<string, object?>()).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, value) in Input ?? new Dictionary<string, JsonElement>())
        {
            input[name] = value;
        }

        return input;
    }
}
