namespace AgentIQ.Workflows.Activities;

/// <summary>
/// Declares a property as an output: when the activity completes, its value goes to what the definition binds it to
/// (a variable by id, or a workflow output by name).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute : Attribute
{
    /// <summary>What it is, shown in the designer.</summary>
    public string? Description { get; init; }

    /// <summary>Label in the designer. Default: the property's name in words.</summary>
    public string? DisplayName { get; init; }

    /// <summary>True leaves the bound variable alone when the value is null. Default false: null is written.</summary>
    public bool KeepsTargetOnNull { get; init; }
}
