using System.Reflection;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows;

/// <summary>Says which activities the engine has besides its own.</summary>
public sealed class WorkflowsBuilder
{
    internal WorkflowsBuilder()
    {
    }

    internal List<Type> Activities { get; } = [];

    /// <summary>Adds every activity class of an assembly. A class that is declared wrongly fails when the engine starts, by name.</summary>
    public WorkflowsBuilder AddActivitiesFrom(Assembly assembly)
    {
        Activities.AddRange(ActivityRegistry.TypesOf(assembly));
        return this;
    }

    /// <summary>Adds one activity class.</summary>
    public WorkflowsBuilder AddActivity<T>()
        where T : Activity
    {
        Activities.Add(typeof(T));
        return this;
    }
}
