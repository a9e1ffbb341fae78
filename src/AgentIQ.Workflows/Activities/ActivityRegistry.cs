using System.Collections.Frozen;
using System.Reflection;

namespace AgentIQ.Workflows.Activities;

/// <summary>All activity types of the process. Immutable; made once at start.</summary>
public sealed class ActivityRegistry
{
    private readonly FrozenDictionary<string, ActivityDescriptor> _newest;

    /// <summary>Derives the descriptors of all given classes and of the built-in ones.</summary>
    /// <exception cref="ActivityDeclarationException">A class is declared wrongly, or two claim one type and version.</exception>
    public ActivityRegistry(IEnumerable<Type> types)
        : this(TypesOf(typeof(ActivityRegistry).Assembly).Concat(types).Distinct().Select(DescriptorFactory.Create).ToList())
    {
    }

    private ActivityRegistry(List<ActivityDescriptor> all)
    {
        foreach (var group in all.GroupBy(d => (d.TypeName, d.Version)).Where(g => g.Count() > 1))
        {
            throw new ActivityDeclarationException(
                $"Activity type '{group.Key.TypeName}' version {group.Key.Version} is declared by {string.Join(" and ", group.Select(d => d.ClrType.FullName))}. Rename one.");
        }

        All = [.. all.OrderBy(d => d.TypeName, StringComparer.Ordinal).ThenBy(d => d.Version)];
        _newest = all.GroupBy(d => d.TypeName).ToFrozenDictionary(g => g.Key, g => g.MaxBy(d => d.Version)!);
    }

    /// <summary>Exactly these, not even the built-in ones.</summary>
    internal static ActivityRegistry Of(IEnumerable<ActivityDescriptor> descriptors) => new(descriptors.ToList());

    /// <summary>Every descriptor, ordered by type name.</summary>
    public IReadOnlyList<ActivityDescriptor> All { get; }

    /// <summary>The descriptor of that version, else of the newest version of the type; null when the type is unknown.</summary>
    public ActivityDescriptor? Find(string typeName, int version)
    {
        var newest = _newest.GetValueOrDefault(typeName);
        return newest is null || newest.Version == version
            ? newest
            : All.FirstOrDefault(d => d.TypeName == typeName && d.Version == version) ?? newest;
    }

    /// <summary>The activity classes of an assembly: those with an <see cref="ActivityAttribute"/>, and those that derive from a base class and forgot it.</summary>
    internal static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(t => t.IsClass && (t.IsDefined(typeof(ActivityAttribute), inherit: false) || (!t.IsAbstract && t.IsAssignableTo(typeof(Activity)))));
}
