namespace AgentIQ.Workflows.Activities;

/// <summary>The class's outcomes depend on its inputs in a way that only it knows (the designer knows it by the type's name).</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class DynamicOutcomesAttribute : Attribute;
