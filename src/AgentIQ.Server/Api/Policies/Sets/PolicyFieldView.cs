using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Tables;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Sets;

/// <summary>A fact that rules ask about, or an output that they decide.</summary>
public record PolicyFieldView
{
    /// <summary>The name that documents use.</summary>
    public required string Name { get; init; }

    /// <summary>The kind of value.</summary>
    public required FactType Type { get; init; }

    /// <summary>What people call it.</summary>
    public required string Title { get; init; }

    /// <summary>What it means.</summary>
    public required string Description { get; init; }

    /// <summary>What a number counts, or null.</summary>
    public required string? Unit { get; init; }

    /// <summary>Whether it has no value in ordinary cases.</summary>
    public required bool Nullable { get; init; }

    /// <summary>Whether it is somebody's personal data.</summary>
    public required bool PersonalData { get; init; }

    /// <summary>The least number, or null.</summary>
    public required decimal? Min { get; init; }

    /// <summary>The greatest number, or null.</summary>
    public required decimal? Max { get; init; }

    /// <summary>The closed list of an enum or a set, from mild to severe; else empty.</summary>
    public required IReadOnlyList<PolicyValueView> Values { get; init; }

    internal static PolicyFieldView Of(FactField field, Language language) => new()
    {
        Name = field.Name,
        Type = field.Type,
        Title = field.Title.In(language),
        Description = field.Description.In(language),
        Unit = field.Unit?.In(language),
        Nullable = field.Nullable,
        PersonalData = field.PersonalData,
        Min = field.Minimum,
        Max = field.Maximum,
        Values = PolicyValueView.Of(field, language),
    };
}

/// <summary>An output of a set.</summary>
public sealed record PolicyOutputView : PolicyFieldView
{
    /// <summary>How several rows and tables are merged, as a document says it: <c>max</c>, <c>union</c> ...; null: the last table, the first row.</summary>
    public required string? Merge { get; init; }

    internal static PolicyOutputView Of(OutputField output, Language language) => new()
    {
        Name = output.Field.Name,
        Type = output.Field.Type,
        Title = output.Field.Title.In(language),
        Description = output.Field.Description.In(language),
        Unit = output.Field.Unit?.In(language),
        Nullable = output.Field.Nullable,
        PersonalData = output.Field.PersonalData,
        Min = output.Field.Minimum,
        Max = output.Field.Maximum,
        Values = PolicyValueView.Of(output.Field, language),
        Merge = output.Merge switch
        {
            null => null,
            Rules.Tables.Merge.Maximum => "max",
            Rules.Tables.Merge.Minimum => "min",
            { } merge => merge.ToString().ToLowerInvariant(),
        },
    };
}

/// <summary>One value of an enum or a set.</summary>
/// <param name="Value">As documents write it.</param>
/// <param name="Label">As people read it.</param>
public sealed record PolicyValueView(string Value, string Label)
{
    internal static IReadOnlyList<PolicyValueView> Of(FactField field, Language language) =>
        [.. field.Values.Select(value => new PolicyValueView(value, field.LabelOf(value).In(language)))];
}
