using System.Reflection;
using System.Text.RegularExpressions;

namespace AgentIQ.Workflows.Activities;

/// <summary>What is wrong with the declaration of an activity class; each message says what to do.</summary>
internal static partial class DeclarationRules
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    /// <summary>Every activity of a definition has these itself.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.OrdinalIgnoreCase) { "id", "nodeId", "name", "type", "version", "customProperties", "metadata" };

    /// <summary>Whatever a definition says, none of these comes out of it.</summary>
    private static readonly Type[] Impossible =
        [typeof(Delegate), typeof(Stream), typeof(Task), typeof(Exception), typeof(MemberInfo), typeof(IServiceProvider), typeof(CancellationToken), typeof(IntPtr), typeof(UIntPtr), typeof(Activity), typeof(StepContext)];

    /// <summary>Null when nothing is wrong.</summary>
    public static string? Broken(Type type, ActivityAttribute declaration, ActivityKind kind) =>
        OfName(declaration) ?? OfTrigger(type, declaration, kind) ?? OfOutcomes(type) ?? OfProperties(type);

    private static string? OfName(ActivityAttribute declaration)
    {
        if (string.IsNullOrWhiteSpace(declaration.TypeName))
        {
            return "has an empty type name; expected words joined by dots, such as Shop.PriceParcel";
        }

        if (!TypeName().IsMatch(declaration.TypeName))
        {
            return $"has the type name '{declaration.TypeName}'; expected words joined by dots, such as Shop.PriceParcel";
        }

        return declaration.Version < 1 ? $"has the version {declaration.Version}; versions count from 1" : null;
    }

    private static string? OfTrigger(Type type, ActivityAttribute declaration, ActivityKind kind)
    {
        if (declaration.IsTrigger && (kind != ActivityKind.Wait || type.GetConstructor(Type.EmptyTypes) is null))
        {
            return "is a trigger, so it must derive from WaitActivity and have a constructor without parameters";
        }

        var isNamed = Overrides(type, "get_TriggerName") || Overrides(type, "TriggerNamesAt");
        if (declaration.IsTrigger && !isNamed)
        {
            return "is a trigger without a TriggerName: override TriggerName, which says on what stimulus it starts a workflow";
        }

        return !declaration.IsTrigger && isNamed && kind == ActivityKind.Wait
            ? "has a TriggerName but is no trigger: add IsTrigger = true to [Activity], or leave the TriggerName out"
            : null;
    }

    private static string? OfOutcomes(Type type)
    {
        var names = type.GetCustomAttributes<OutcomeAttribute>().Select(o => o.Name).ToList();
        if (names.Exists(string.IsNullOrWhiteSpace))
        {
            return "declares an outcome without a name: [Outcome(\"Name\")] is a port on the canvas and needs one";
        }

        return names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"declares the outcome '{twice.Key}' twice" : null;
    }

    private static string? OfProperties(Type type)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in Levels(type).SelectMany(t => t.GetProperties(Everything | BindingFlags.DeclaredOnly)))
        {
            var (isInput, isOutput) = (property.IsDefined(typeof(InputAttribute)), property.IsDefined(typeof(OutputAttribute)));
            if (!isInput && !isOutput)
            {
                continue;
            }

            if (Broken(property, isInput, isOutput) is { } problem)
            {
                return problem;
            }

            if (IsOverride(property))
            {
                continue;
            }

            if (Taken.Contains(property.Name) || !names.TryAdd(property.Name, property.Name))
            {
                return Taken.Contains(property.Name)
                    ? $"declares {property.Name}, but every activity of a definition has a property of that name itself; choose another"
                    : $"declares {names[property.Name]} and {property.Name}, which a definition cannot tell apart; rename one";
            }
        }

        return null;
    }

    private static string? Broken(PropertyInfo property, bool isInput, bool isOutput)
    {
        var what = isInput ? "input" : "output";
        if (isInput && isOutput)
        {
            return $"declares {property.Name} as an input and as an output; make two properties of it";
        }

        if (property.GetIndexParameters().Length > 0 || (property.GetMethod ?? property.SetMethod)!.IsStatic)
        {
            return $"declares the {what} {property.Name}, which is static or an indexer; make it an ordinary property";
        }

        if (isInput && property.SetMethod is not { IsPublic: true })
        {
            return $"declares the input {property.Name}, which needs a public setter";
        }

        if (isOutput && property.GetMethod is not { IsPublic: true })
        {
            return $"declares the output {property.Name}, which needs a public getter";
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return isInput && (type.IsPointer || type.IsByRefLike || Array.Exists(Impossible, t => t.IsAssignableFrom(type)))
            ? $"declares the input {property.Name} as {type.Name}, which no expression can give; use text, numbers, bool, times, enums, lists and records of them, or object, and take services through the constructor"
            : null;
    }

    /// <summary>The class and those it derives from, below the engine's own base classes.</summary>
    private static IEnumerable<Type> Levels(Type type)
    {
        for (var level = type; level is not null && level != typeof(object) && level != typeof(Activity); level = level.BaseType)
        {
            yield return level;
        }
    }

    private static bool IsOverride(PropertyInfo property) =>
        (property.GetMethod ?? property.SetMethod) is { } method && method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    private static bool Overrides(Type type, string method) =>
        type.GetMethod(method, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) is { } found && found.DeclaringType != typeof(WaitActivity);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TypeName();
}
