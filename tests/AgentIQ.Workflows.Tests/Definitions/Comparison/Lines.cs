using AgentIQ.Workflows.Definitions.Comparison;

namespace AgentIQ.Workflows.Tests.Definitions.Comparison;

/// <summary>Changes as lines that a table of expectations can hold.</summary>
internal static class Lines
{
    public static string[] Compare(string before, string after) => [.. DefinitionComparer.Compare(before, after).Select(Of)];

    public static string Of(DefinitionChange change)
    {
        var about = string.Join(' ', ((string?[])[change.Activity?.Id, change.Name, change.Aspect]).OfType<string>());
        var line = $"{change.Kind} {change.Subject} {about}".TrimEnd();
        if (change.Target is { } target)
        {
            line += $" > {target.Id}";
        }

        if (change.Before is not null || change.After is not null)
        {
            line += $": {Of(change.Before)} => {Of(change.After)}";
        }

        return line + (change.Inside > 0 ? $" with {change.Inside}" : "") + string.Join("", change.Moved.Select(m => $" {m.Id}"));
    }

    private static string Of(ComparedValue? value) => value is null ? "-" : $"{value.Form}({value.Text})";
}
