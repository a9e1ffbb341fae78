namespace AgentIQ.Workflows.Activities;

/// <summary>One output of an activity type.</summary>
public sealed class OutputDescriptor
{
    internal OutputDescriptor(string name, Type type, OutputAttribute declaration, Func<Activity, object?> get)
    {
        Name = name;
        Type = type;
        Declaration = declaration;
        Get = get;
        JsonName = char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The property's name; the definition's property is the same with its first letter in lower case.</summary>
    public string Name { get; }

    /// <summary>The property's type.</summary>
    public Type Type { get; }

    /// <summary>What the attribute says.</summary>
    public OutputAttribute Declaration { get; }

    /// <summary>Label in the designer.</summary>
    public required string DisplayName { get; init; }

    internal Func<Activity, object?> Get { get; }

    internal string JsonName { get; }
}
