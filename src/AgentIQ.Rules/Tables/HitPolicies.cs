namespace AgentIQ.Rules.Tables;

/// <summary>The hit policies by their spelling in a document.</summary>
internal static class HitPolicies
{
    public static readonly IReadOnlyDictionary<string, HitPolicy> Words = new Dictionary<string, HitPolicy>(StringComparer.Ordinal)
    {
        ["unique"] = HitPolicy.Unique,
        ["first"] = HitPolicy.First,
        ["priority"] = HitPolicy.Priority,
        ["any"] = HitPolicy.Any,
        ["collect"] = HitPolicy.Collect,
    };
}
