namespace AgentIQ.Workflows.Studio.Catalogue.Descriptors;

/// <summary>An activity type as the designer reads it (elsa-studio-contract 4.1).</summary>
internal sealed record ActivityModel
{
    public required string TypeName { get; init; }

    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public required int Version { get; init; }

    public required string Category { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required string Kind { get; init; }

    /// <summary>The engine never runs one on a thread of its own, so it is never offered.</summary>
    public bool RunAsynchronously => false;

    public required IReadOnlyList<InputModel> Inputs { get; init; }

    public required IReadOnlyList<OutputModel> Outputs { get; init; }

    public required IReadOnlyList<PortModel> Ports { get; init; }

    public required IReadOnlyDictionary<string, object> CustomProperties { get; init; }

    /// <summary>Copied onto every activity of the type that is dropped on a canvas.</summary>
    public required IReadOnlyDictionary<string, object> ConstructionProperties { get; init; }

    public required bool IsContainer { get; init; }

    public required bool IsBrowsable { get; init; }

    public required bool IsStart { get; init; }

    public required bool IsTerminal { get; init; }
}

/// <summary>An input; <see cref="IsBrowsable"/> shows it.</summary>
internal sealed record InputModel
{
    public required string Name { get; init; }

    public required string TypeName { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required double Order { get; init; }

    public bool IsBrowsable => true;

    public bool IsSerializable => true;

    public bool IsSynthetic => false;

    public required bool IsWrapped { get; init; }

    public required bool AutoEvaluate { get; init; }

    public required string UiHint { get; init; }

    public required string? Category { get; init; }

    public required object? DefaultValue { get; init; }

    public required string? DefaultSyntax { get; init; }

    public bool IsReadOnly => false;

    public required bool IsSensitive { get; init; }

    /// <summary>The editor's options under the editor's own key (elsa-studio-contract 4.3).</summary>
    public required IReadOnlyDictionary<string, object> UiSpecifications { get; init; }
}

/// <summary>An output.</summary>
internal sealed record OutputModel(string Name, string TypeName, string DisplayName, string Description, double Order)
{
    public bool IsBrowsable => true;

    public bool IsSerializable => true;

    public bool IsSynthetic => false;
}

/// <summary>A way out (Flow), or a place for an activity inside (Embedded).</summary>
internal sealed record PortModel(string Name, string DisplayName, string Type, bool IsBrowsable);
