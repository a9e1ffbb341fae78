namespace AgentIQ.Workflows.Activities;

/// <summary>Declares one outcome (flow port). Without any, an activity has the outcome <c>Done</c>.</summary>
/// <param name="name">The port's name in connections; case-sensitive.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutcomeAttribute(string name) : Attribute
{
    /// <summary>The port's name.</summary>
    public string Name { get; } = name;

    /// <summary>What the designer shows. Default: the name.</summary>
    public string? DisplayName { get; init; }
}
