using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Activities;

/// <summary>Derives descriptors from classes. Whatever is declared wrongly fails here, at start, naming the class.</summary>
internal static partial class DescriptorFactory
{
    public static ActivityDescriptor Create(Type type)
    {
        var declaration = type.GetCustomAttribute<ActivityAttribute>()
            ?? throw Wrong(type, "has no [Activity(\"Type.Name\")] attribute");
        if (type.IsAbstract || type.IsGenericTypeDefinition)
        {
            throw Wrong(type, "is abstract or generic; an activity is one concrete class");
        }

        var kind = KindOf(type);
        if (DeclarationRules.Broken(type, declaration, kind) is { } problem)
        {
            throw Wrong(type, problem);
        }

        var inputs = Properties<InputAttribute>(type).Select(p => Input(type, p.Property, p.Attribute)).ToArray();
        var outputs = Properties<OutputAttribute>(type).Select(p => Output(type, p.Property, p.Attribute)).ToArray();
        var outcomes = Outcomes(type, kind, declaration);
        var name = declaration.TypeName[(declaration.TypeName.LastIndexOf('.') + 1)..];
        return new ActivityDescriptor(Factory(type, stateless: kind == ActivityKind.Container && inputs.Length == 0))
        {
            TypeName = declaration.TypeName,
            Version = declaration.Version,
            Category = declaration.Category,
            DisplayName = declaration.DisplayName ?? InWords(name),
            Description = declaration.Description ?? string.Empty,
            Kind = kind,
            Inputs = inputs,
            Outputs = outputs,
            Outcomes = outcomes,
            EmbeddedPorts = type.GetCustomAttributes<PortAttribute>().Select(p => p.Name).ToArray(),
            IsBrowsable = declaration.IsBrowsable,
            IsStart = declaration.IsStart,
            IsTerminal = declaration.IsTerminal,
            IsTrigger = declaration.IsTrigger,
            ClrType = type,
            HasDynamicOutcomes = inputs.Any(i => UIHints.DefineOutcomes(i.UIHint)) || type.IsDefined(typeof(DynamicOutcomesAttribute)),
        };
    }

    private static ActivityKind KindOf(Type type) => type switch
    {
        _ when type.IsAssignableTo(typeof(StepActivity)) => ActivityKind.Step,
        _ when type.IsAssignableTo(typeof(EffectActivity)) => ActivityKind.Effect,
        _ when type.IsAssignableTo(typeof(WaitActivity)) => ActivityKind.Wait,
        _ when type.IsAssignableTo(typeof(ContainerActivity)) => ActivityKind.Container,
        _ => throw Wrong(type, "must derive from StepActivity, EffectActivity or WaitActivity"),
    };

    private static OutcomeDescriptor[] Outcomes(Type type, ActivityKind kind, ActivityAttribute declaration)
    {
        var declared = type.GetCustomAttributes<OutcomeAttribute>().Select(o => new OutcomeDescriptor(o.Name, o.DisplayName ?? InWords(o.Name))).ToList();
        if (declared.Count == 0 && !declaration.IsTerminal)
        {
            declared.Add(new OutcomeDescriptor(OutcomeNames.Done, OutcomeNames.Done));
        }

        if (kind == ActivityKind.Effect && declared.TrueForAll(o => o.Name != OutcomeNames.Failed))
        {
            declared.Add(new OutcomeDescriptor(OutcomeNames.Failed, OutcomeNames.Failed));
        }

        return [.. declared];
    }

    private static IEnumerable<(PropertyInfo Property, T Attribute)> Properties<T>(Type type)
        where T : Attribute =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
        let attribute = property.GetCustomAttribute<T>()
        where attribute is not null
        select (property, attribute);

    private static InputDescriptor Input(Type owner, PropertyInfo property, InputAttribute attribute)
    {
        var activity = Expression.Parameter(typeof(Activity));
        var value = Expression.Parameter(typeof(object));
        Expression converted = property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null
            ? Expression.Condition(Expression.Equal(value, Expression.Constant(null)), Expression.Default(property.PropertyType), Expression.Convert(value, property.PropertyType))
            : Expression.Convert(value, property.PropertyType);
        var set = Expression.Lambda<Action<Activity, object?>>(
            Expression.Assign(Expression.Property(Expression.Convert(activity, owner), property), converted), activity, value).Compile();
        return new InputDescriptor(property.Name, property.PropertyType, attribute, set)
        {
            UIHint = attribute.UIHint ?? (attribute.Choices is null ? DefaultHint(property.PropertyType) : UIHints.Dropdown),
            DisplayName = attribute.DisplayName ?? InWords(property.Name),
        };
    }

    private static OutputDescriptor Output(Type owner, PropertyInfo property, OutputAttribute attribute)
    {
        var activity = Expression.Parameter(typeof(Activity));
        var get = Expression.Lambda<Func<Activity, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(activity, owner), property), typeof(object)), activity).Compile();
        return new OutputDescriptor(property.Name, property.PropertyType, attribute, get) { DisplayName = attribute.DisplayName ?? InWords(property.Name) };
    }

    private static string DefaultHint(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare switch
        {
            _ when bare == typeof(bool) => UIHints.Checkbox,
            _ when bare.IsEnum => UIHints.Dropdown,
            _ when bare == typeof(string) => UIHints.SingleLine,
            _ when bare.IsAssignableTo(typeof(IDictionary)) || bare.IsAssignableTo(typeof(IReadOnlyDictionary<string, object?>)) => UIHints.Dictionary,
            _ when bare.IsAssignableTo(typeof(IEnumerable)) => UIHints.MultiText,
            _ => UIHints.SingleLine,
        };
    }

    private static Func<IServiceProvider, Activity> Factory(Type type, bool stateless)
    {
        if (type.GetConstructor(Type.EmptyTypes) is { } bare)
        {
            var make = Expression.Lambda<Func<Activity>>(Expression.New(bare)).Compile();
            if (!stateless)
            {
                return _ => make();
            }

            var shared = make();
            return _ => shared;
        }

        var constructors = type.GetConstructors();
        if (constructors.Length != 1)
        {
            throw Wrong(type, $"has {constructors.Length} public constructors; one is expected, its parameters come from dependency injection");
        }

        var factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        return services => (Activity)factory(services, null);
    }

    private static string InWords(string name) => WordStart().Replace(name, m => " " + m.Value.ToLowerInvariant());

    private static ActivityDeclarationException Wrong(Type type, string what) => new($"Activity {type.FullName} {what}.");

    [GeneratedRegex("(?<=[a-z0-9])[A-Z](?=[a-z])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
