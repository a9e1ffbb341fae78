using System.Globalization;
using System.Text.Json;
using AgentIQ.Workflows.Definitions;

namespace AgentIQ.Workflows.Activities;

/// <summary>
/// Reads <c>customProperties.resilienceStrategy</c>: our plain object (<c>attempts, delay, maxDelay, timeout, backoff, useJitter</c>), or
/// what the designer of Elsa 3.8 stores (<c>mode: Identifier, strategyId</c>, or <c>mode: Expression</c> with an object whose
/// <c>maxRetryAttempts</c> do not count the first attempt).
/// </summary>
internal sealed class EffectPolicyReader(string path, List<Diagnostic> diagnostics)
{
    private const int MostAttempts = 100;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromHours(1);

    /// <summary>What Elsa's strategies carry besides.</summary>
    private static readonly string[] Ignored = ["$type", "id", "displayName"];

    public static EffectPolicyOverride? Read(JsonElement activity, ActivityDescriptor descriptor, string path, List<Diagnostic> diagnostics)
    {
        if (activity.Get("customProperties")?.Get("resilienceStrategy") is not { } strategy)
        {
            return null;
        }

        var at = $"{path}.customProperties.resilienceStrategy";
        var found = new EffectPolicyReader(at, diagnostics).Read(strategy);
        if (found is not null && descriptor.Kind != ActivityKind.Effect)
        {
            diagnostics.Add(new Diagnostic(DiagnosticSeverity.Warning, at, $"has no effect: {descriptor.TypeName} does not talk to the outside, so nothing is tried again"));
        }

        return found;
    }

    /// <summary>Names of strategies can only be checked where the application's are known.</summary>
    public static void CheckNames(IEnumerable<Node> nodes, WorkflowOptions? options, List<Diagnostic> diagnostics)
    {
        if (options is not null)
        {
            diagnostics.AddRange(
                from node in nodes
                where node.EffectPolicy is { Strategy: { } name } && !options.ResilienceStrategies.ContainsKey(name)
                select new Diagnostic(DiagnosticSeverity.Error, $"{node.NodeId}.customProperties.resilienceStrategy", node.EffectPolicy!.Unknown(options)));
        }
    }

    private EffectPolicyOverride? Read(JsonElement strategy)
    {
        if (strategy.ValueKind == JsonValueKind.String)
        {
            return Parsed(strategy.GetString()!);
        }

        if (strategy.ValueKind != JsonValueKind.Object)
        {
            return Refuse($"expected an object such as {{\"attempts\": 3, \"delay\": \"00:00:02\"}}, got {strategy.ValueKind}");
        }

        if (strategy.Get("expression") is { } expression && !string.Equals(strategy.Text("mode"), "Identifier", StringComparison.OrdinalIgnoreCase))
        {
            return expression.Text("type") is null or "Object" or "Json" or "Literal"
                ? expression.Get("value") is { } value ? Read(value) : null
                : Refuse($"expected a constant object, got a {expression.Text("type")} expression: how often the outside is asked is decided when a version is published");
        }

        if (strategy.Get("mode") is not null || strategy.Get("strategyId") is not null)
        {
            return strategy.Text("strategyId") is { Length: > 0 } name ? new EffectPolicyOverride(name) : null;
        }

        return Plain(strategy);
    }

    private EffectPolicyOverride? Parsed(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : Refuse($"expected an object, got '{text}'");
        }
        catch (JsonException e)
        {
            return Refuse($"expected an object as JSON: {e.Message}");
        }
    }

    private EffectPolicyOverride? Plain(JsonElement strategy)
    {
        var result = new EffectPolicyOverride();
        foreach (var property in strategy.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null && !Ignored.Contains(p.Name)))
        {
            result = property.Name switch
            {
                "attempts" => result with { Attempts = Number(property, first: 1) },
                "maxRetryAttempts" => result with { Attempts = Number(property, first: 0) + 1 },
                "delay" => result with { Delay = Time(property, TimeSpan.Zero, LongestDelay) },
                "maxDelay" => result with { MaxDelay = Time(property, TimeSpan.Zero, LongestDelay) },
                "timeout" => result with { Timeout = Time(property, TimeSpan.FromMilliseconds(10), LongestTimeout) },
                "backoff" or "backoffType" => result with { Backoff = Backoff(property) },
                "useJitter" => result with { UseJitter = property.Value.ValueKind == JsonValueKind.True },
                _ => Refuse($"'{property.Name}' is unknown; expected attempts, delay, maxDelay, timeout, backoff or useJitter") ?? result,
            };
        }

        return result == new EffectPolicyOverride() ? null : result;
    }

    private int? Number(JsonProperty property, int first)
    {
        if (property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var number) && number >= first && number <= MostAttempts)
        {
            return number;
        }

        Refuse($"{property.Name}: expected a whole number from {first} to {MostAttempts}, got {property.Value}");
        return null;
    }

    private TimeSpan? Time(JsonProperty property, TimeSpan shortest, TimeSpan longest)
    {
        if (property.Value.ValueKind == JsonValueKind.String
            && TimeSpan.TryParse(property.Value.GetString(), CultureInfo.InvariantCulture, out var time) && time >= shortest && time <= longest)
        {
            return time;
        }

        Refuse($"{property.Name}: expected a time as hh:mm:ss from {shortest:c} to {longest:c}, got {property.Value}");
        return null;
    }

    private EffectBackoff? Backoff(JsonProperty property)
    {
        if (Enum.TryParse<EffectBackoff>(property.Value.ToString(), ignoreCase: true, out var backoff) && Enum.IsDefined(backoff))
        {
            return backoff;
        }

        Refuse($"{property.Name}: expected Constant, Linear or Exponential, got {property.Value}");
        return null;
    }

    private EffectPolicyOverride? Refuse(string problem)
    {
        diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, problem));
        return null;
    }
}
