using System.Text.Json;

namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>Compares what a workflow itself declares.</summary>
internal static class DeclarationComparison
{
    private const string Outcomes = "outcomes";

    public static IEnumerable<DefinitionChange> Compare(Outline before, Outline after)
    {
        var (was, now) = (before.Definition, after.Definition);
        return
        [
            .. Changes.Text("name", was.Text("name"), now.Text("name")),
            .. Changes.Text("description", was.Text("description"), now.Text("description")),
            .. DeclaredComparison.Compare(ChangeSubject.Input, was.List("inputs"), now.List("inputs"), Name, "type", "isArray", "displayName", "description", "category", "uiHint", "storageDriverType"),
            .. DeclaredComparison.Compare(ChangeSubject.Output, was.List("outputs"), now.List("outputs"), Name, "type", "isArray", "displayName", "description", "category"),
            .. VariableComparison.Compare(was, now),
            .. OutcomesOf(was, now),
            .. SettingComparison.Compare(was.Get("options"), now.Get("options")),
            .. SettingComparison.Compare(was.Get("customProperties"), now.Get("customProperties")),
        ];
    }

    private static IEnumerable<DefinitionChange> OutcomesOf(JsonElement before, JsonElement after)
    {
        var (was, now) = (Texts(before), Texts(after));
        return
        [
            .. was.Except(now).Select(o => new DefinitionChange(ChangeKind.Removed, ChangeSubject.Setting) { Name = Outcomes, Before = new ComparedValue(ValueForm.Literal, o) }),
            .. now.Except(was).Select(o => new DefinitionChange(ChangeKind.Added, ChangeSubject.Setting) { Name = Outcomes, After = new ComparedValue(ValueForm.Literal, o) }),
        ];
    }

    private static IEnumerable<string> Texts(JsonElement definition) =>
        definition.List(Outcomes).Where(o => o.ValueKind == JsonValueKind.String).Select(o => o.GetString()!).Distinct().Order(StringComparer.Ordinal);

    private static string? Name(JsonElement item) => item.Text("name");
}
