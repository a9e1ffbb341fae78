namespace AgentIQ.Workflows.Activities;

/// <summary>Declares an embedded port: a place inside the activity that holds another activity, such as the body of a loop.</summary>
/// <param name="name">The port's name; the definition's property is the same in camelCase.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
internal sealed class PortAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
