namespace AgentIQ.Workflows.Activities;

/// <summary>
/// Declares a property as an input: its expression is evaluated and converted before the activity runs.
/// When the definition does not mention it, the property keeps its initial value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>What it is for, shown in the designer.</summary>
    public string? Description { get; init; }

    /// <summary>Label in the designer. Default: the property's name in words.</summary>
    public string? DisplayName { get; init; }

    /// <summary>
    /// The designer's editor (elsa-studio-contract 4.3). Default: by type, that is checkbox for a bool, dropdown for an enum,
    /// multitext for a list, otherwise singleline.
    /// </summary>
    public string? UIHint { get; init; }

    /// <summary>Expression type that the designer preselects. Default <c>Literal</c>.</summary>
    public string DefaultSyntax { get; init; } = "Literal";

    /// <summary>The value that the designer shows when nothing is set. Informative: the property's initial value is what counts.</summary>
    public object? DefaultValue { get; init; }

    /// <summary>Grouping text in the designer. Default none.</summary>
    public string? Category { get; init; }

    /// <summary>False when the definition holds the bare value instead of an expression (a variable to write to, the cases of a switch). Default true.</summary>
    public bool IsWrapped { get; init; } = true;

    /// <summary>True leaves the expression to the activity, which evaluates it as often as it needs. Default false.</summary>
    public bool IsEvaluatedByActivity { get; init; }

    /// <summary>True when the activity cannot work without a value: publishing is then refused where the definition gives none. Default false.</summary>
    public bool IsRequired { get; init; }

    /// <summary>True keeps the value out of journals. Default false.</summary>
    public bool IsSensitive { get; init; }

    /// <summary>The language of source text in a code editor, such as <see cref="Languages.JavaScript"/>. Default none.</summary>
    public string? Language { get; init; }

    /// <summary>Values that the designer's dropdown offers; an enum's names are offered without it.</summary>
    public string[]? Options { get; init; }

    /// <summary>Name of the <see cref="IActivityChoices"/> whose entries the designer's dropdown offers. Default none.</summary>
    public string? Choices { get; init; }
}
