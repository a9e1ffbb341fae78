using System.Text.Json.Nodes;

namespace AgentIQ.Rules.Tests;

/// <summary>Compares JSON by what it says, the order of members included.</summary>
internal static class JsonAssertions
{
    public static void ShouldBeJson(this JsonNode actual, string expected) => actual.ToJsonString().ShouldBe(JsonNode.Parse(expected)!.ToJsonString());
}
