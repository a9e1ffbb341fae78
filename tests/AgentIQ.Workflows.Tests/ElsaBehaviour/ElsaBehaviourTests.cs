using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Tests.Semantics;

namespace AgentIQ.Workflows.Tests.ElsaBehaviour;

/// <summary>What Elsa 3.8 did with small definitions, in both flowchart modes. Runs where the recorded cases are at hand.</summary>
public sealed class ElsaBehaviourTests
{
    /// <summary>Why each of these cannot pass yet. A case that begins to pass must leave the list.</summary>
    private static readonly Dictionary<string, string> NotYet = new()
    {
    };

    public static TheoryData<string, FlowchartMode> Cases => [.. BehaviourCase.All.SelectMany(c => Enum.GetValues<FlowchartMode>().Select(mode => (c.Name, mode)))];

    /// <summary>Whether the case is expected to give the recorded result.</summary>
    internal static bool Passes(string name) => !NotYet.ContainsKey(name);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Cases))]
    public async Task Same_result_as_recorded(string name, FlowchartMode mode)
    {
        var behaviour = BehaviourCase.All.Single(c => c.Name == name);
        string? difference;
        try
        {
            difference = Difference(behaviour.Expected(mode), await RequestRunner.RunAsync(behaviour.Request(mode)), behaviour.IsUnordered);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            difference = e.ToString();
        }

        if (NotYet.TryGetValue(name, out var reason))
        {
            difference.ShouldNotBeNull($"{name} passes now: take it from the list ({reason})");
        }
        else
        {
            difference.ShouldBeNull();
        }
    }

    internal static string? Difference(JsonObject expected, JsonObject actual, bool unordered)
    {
        foreach (var property in expected.Select(p => p.Key).Union(actual.Select(p => p.Key)))
        {
            var (want, got) = property == "incidents" ? (Activities(expected[property]), Activities(actual[property])) : (expected[property], actual[property]);
            if (unordered && property is "lines" or "journal" && want is JsonArray && got is JsonArray)
            {
                (want, got) = (Sorted(want), Sorted(got));
            }

            if (!JsonNode.DeepEquals(Numbers(want), Numbers(got)))
            {
                return $"{property}: expected {want?.ToJsonString() ?? "null"}, got {got?.ToJsonString() ?? "null"}";
            }
        }

        return null;
    }

    /// <summary>Texts of exceptions are for reading: only whose incident it is counts.</summary>
    private static JsonArray Activities(JsonNode? incidents) => new([.. incidents!.AsArray().Select(i => i!["activityId"]!.DeepClone())]);

    /// <summary>42 and 42.0 are one number.</summary>
    private static JsonNode? Numbers(JsonNode? node) => JsonNode.Parse(node?.ToJsonString() ?? "null");

    private static JsonArray Sorted(JsonNode list) => new([.. list.AsArray().Select(i => i!.ToJsonString()).Order(StringComparer.Ordinal).Select(i => JsonNode.Parse(i))]);
}
