namespace AgentIQ.Workflows.Activities;

/// <summary>One input of an activity type.</summary>
public sealed class InputDescriptor
{
    internal InputDescriptor(string name, Type type, InputAttribute declaration, Action<Activity, object?> set)
    {
        Name = name;
        Type = type;
        Declaration = declaration;
        Set = set;
        JsonName = char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The property's name; the definition's property is the same with its first letter in lower case.</summary>
    public string Name { get; }

    /// <summary>The property's type: values are converted to it.</summary>
    public Type Type { get; }

    /// <summary>What the attribute says.</summary>
    public InputAttribute Declaration { get; }

    /// <summary>The designer's editor.</summary>
    public required string UIHint { get; init; }

    /// <summary>Label in the designer.</summary>
    public required string DisplayName { get; init; }

    internal Action<Activity, object?> Set { get; }

    internal string JsonName { get; }
}
