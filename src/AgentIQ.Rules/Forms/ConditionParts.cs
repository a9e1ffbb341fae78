using System.Text.Json.Nodes;

namespace AgentIQ.Rules.Forms;

/// <summary>A free condition as the parts that must all hold.</summary>
internal static class ConditionParts
{
    /// <summary>Copies of the parts of a row's condition; an <c>all</c> inside an <c>all</c> is dissolved. None without a condition.</summary>
    public static List<JsonObject> Take(JsonObject row) => row["condition"] is JsonObject condition ? [.. Parts(condition)] : [];

    public static bool IsQuestion(JsonObject part) => part.ContainsKey("op");

    public static JsonObject All(IEnumerable<JsonObject> parts) => new() { ["all"] = new JsonArray([.. parts]) };

    private static IEnumerable<JsonObject> Parts(JsonObject condition) => condition["all"] is JsonArray all
        ? all.SelectMany(part => Parts(part!.AsObject()))
        : [condition.DeepClone().AsObject()];
}
