namespace AgentIQ.Workflows.Activities;

/// <summary>Declares a class as an activity. The designer's descriptor is derived from it (elsa-studio-contract 4.1).</summary>
/// <param name="typeName">The key in definitions, such as <c>AgentIQ.Classify</c>. Never changes once a definition uses it.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActivityAttribute(string typeName) : Attribute
{
    /// <summary>The key in definitions.</summary>
    public string TypeName { get; } = typeName;

    /// <summary>Version of the type. Default 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Group in the palette. Default "General".</summary>
    public string Category { get; init; } = "General";

    /// <summary>Name in the palette. Default: the type name after the last dot, in words.</summary>
    public string? DisplayName { get; init; }

    /// <summary>One sentence for the palette.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the palette offers it. Default true.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>True for an activity that nothing can lead to (no input port). Default false.</summary>
    public bool IsStart { get; init; }

    /// <summary>True when completing it completes the container around it. Default false.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True when a stimulus may start a workflow at it. Default false.</summary>
    public bool IsTrigger { get; init; }
}
