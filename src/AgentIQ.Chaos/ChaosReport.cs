using System.Globalization;
using System.Text;
using System.Text.Json;
using AgentIQ.Chaos.Invariants;
using AgentIQ.Workflows;

namespace AgentIQ.Chaos;

/// <summary>What was done and what was found.</summary>
/// <param name="Seed">To do it again.</param>
/// <param name="Minutes">How long faults happened.</param>
/// <param name="Workers">Worker processes.</param>
/// <param name="Faults">How often each kind of fault happened.</param>
/// <param name="Load">What was asked for and what people did about incidents.</param>
/// <param name="Invariants">What was checked.</param>
/// <param name="Folder">Where the database and the workers' logs are; null when they are gone.</param>
internal sealed record ChaosReport(
    int Seed, double Minutes, int Workers, IReadOnlyDictionary<string, int> Faults, IReadOnlyDictionary<string, long> Load, IReadOnlyList<Finding> Invariants, string? Folder)
{
    private static readonly JsonSerializerOptions Indented = new(WorkflowJson.Options) { WriteIndented = true };

    /// <summary>Something was checked, and everything that was checked holds.</summary>
    public bool IsGood => Invariants.Count > 0 && Invariants.All(i => i.Violations.Count == 0);

    public string ToJson() => JsonSerializer.Serialize(this, Indented);

    public string ToText()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"seed {Seed}, {Minutes:0.##} minutes of faults, {Workers} workers");
        foreach (var (kind, count) in Faults.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count,6}  {kind}");
        }

        text.AppendLine("load");
        foreach (var (kind, count) in Load)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {count,6}  {kind}");
        }

        text.AppendLine("invariants");
        foreach (var invariant in Invariants)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {(invariant.Violations.Count == 0 ? "holds" : "BROKEN"),-6}  {invariant.Name} ({invariant.Checked} checked)");
            foreach (var violation in invariant.Violations.Take(10))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"            {violation}");
            }
        }

        if (Folder is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"database and logs are in {Folder}");
        }

        text.Append(IsGood ? "Nothing lost, nothing twice." : "BROKEN");
        return text.ToString();
    }
}
