namespace AgentIQ.Workflows.Activities;

/// <summary>
/// What people read of activities. A layer that has activities embeds <c>activity-texts.ru.json</c> beside them; English stands in the
/// attributes. Texts that every layer needs, such as the outcome Done, are the engine's.
/// </summary>
public static class ActivityTexts
{
    /// <summary>The texts of a type.</summary>
    /// <param name="descriptor">The type.</param>
    /// <param name="language">Such as <c>ru</c> or <c>en</c>; without texts in it the attributes' are taken.</param>
    public static ActivityText Of(ActivityDescriptor descriptor, string language)
    {
        var own = ActivityTextFile.Of(descriptor.ClrType.Assembly, language);
        var shared = ActivityTextFile.Of(typeof(ActivityTexts).Assembly, language);
        var entry = descriptor.Workflow is null ? own.Activities.GetValueOrDefault(descriptor.TypeName) : null;
        return new ActivityText(
            entry?.Name ?? descriptor.DisplayName,
            entry?.Description ?? descriptor.Description,
            Category(descriptor.Category)!,
            descriptor.Inputs.ToDictionary(i => i.Name, Input, StringComparer.Ordinal),
            descriptor.Outputs.ToDictionary(o => o.Name, Output, StringComparer.Ordinal),
            descriptor.Outcomes.Select(o => (o.Name, o.DisplayName)).Concat(descriptor.EmbeddedPorts.Select(p => (Name: p, DisplayName: p)))
                .DistinctBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Name, p => Port(p.Name) ?? p.DisplayName, StringComparer.Ordinal));

        string? Category(string? category) =>
            category is null ? null : own.Categories.GetValueOrDefault(category) ?? shared.Categories.GetValueOrDefault(category) ?? category;

        string? Port(string name) => entry?.Ports.GetValueOrDefault(name) ?? own.Ports.GetValueOrDefault(name) ?? shared.Ports.GetValueOrDefault(name);

        InputText Input(InputDescriptor input)
        {
            var item = entry?.Inputs.GetValueOrDefault(input.Name);
            return new InputText(
                item?.Name ?? input.DisplayName,
                item?.Description ?? input.Declaration.Description ?? string.Empty,
                Category(input.Declaration.Category),
                item?.Options ?? new Dictionary<string, string>(StringComparer.Ordinal));
        }

        OutputText Output(OutputDescriptor output)
        {
            var item = entry?.Outputs.GetValueOrDefault(output.Name);
            return new OutputText(item?.Name ?? output.DisplayName, item?.Description ?? output.Declaration.Description ?? string.Empty);
        }
    }
}
