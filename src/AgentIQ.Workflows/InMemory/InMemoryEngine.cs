using System.Reflection;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions.JavaScript;

namespace AgentIQ.Workflows.InMemory;

/// <summary>
/// What all runs in memory share: the activity types and the compiler. Making one takes some tens of milliseconds, so make one per
/// process; it may be used by any number of threads.
/// </summary>
public sealed class InMemoryEngine
{
    private static readonly Lazy<InMemoryEngine> LazyBuiltin = new(() => new InMemoryEngine([]));

    private readonly DefinitionCompiler _compiler;

    /// <summary>Takes the built-in activities and all those of the given assemblies.</summary>
    /// <exception cref="ActivityDeclarationException">A class is declared wrongly.</exception>
    public InMemoryEngine(IEnumerable<Assembly> assemblies)
        : this(new ActivityRegistry(assemblies.SelectMany(ActivityRegistry.TypesOf)))
    {
    }

    /// <summary>Takes the activities of a registry.</summary>
    public InMemoryEngine(ActivityRegistry activities)
    {
        Activities = activities;
        _compiler = new DefinitionCompiler(activities, new JavaScriptCompiler());
    }

    /// <summary>An engine with the built-in activities alone.</summary>
    public static InMemoryEngine Builtin => LazyBuiltin.Value;

    /// <summary>The activity types that definitions may use.</summary>
    public ActivityRegistry Activities { get; }

    /// <summary>Everything that is found in a definition; publishing refuses it when one is an error.</summary>
    /// <param name="json">The definition.</param>
    /// <param name="others">Definitions that it may use as activities. Null: none.</param>
    public IReadOnlyList<Diagnostic> Validate(string json, IEnumerable<string>? others = null) => Compile(json, UsableActivities.Of(others ?? [])).Diagnostics;

    internal CompileResult Compile(string json, IWorkflowActivities activities) => _compiler.Compile(json, activities: activities);
}
