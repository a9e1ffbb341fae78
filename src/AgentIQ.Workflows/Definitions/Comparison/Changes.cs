namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>Makes lines of values that differ.</summary>
internal static class Changes
{
    public static IEnumerable<DefinitionChange> Text(string name, string? before, string? after) => Of(ChangeSubject.Text, name, Given(before), Given(after));

    public static IEnumerable<DefinitionChange> Setting(string name, string? before, string? after) => Of(ChangeSubject.Setting, name, before, after);

    /// <summary>Null when both are the same.</summary>
    public static DefinitionChange? Value(ChangeSubject subject, string name, ReadValue? before, ReadValue? after)
    {
        if (before?.Key == after?.Key)
        {
            return null;
        }

        var (was, now) = Excerpt.Of(before?.Value, after?.Value);
        return new DefinitionChange(ChangeKind.Changed, subject) { Name = name, Before = was, After = now };
    }

    private static IEnumerable<DefinitionChange> Of(ChangeSubject subject, string name, string? before, string? after) =>
        Value(subject, name, Literal(before), Literal(after)) is { } change ? [change] : [];

    public static ReadValue? Literal(string? text) => text is null ? null : ReadValue.Of(ValueForm.Literal, text);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n");
}
