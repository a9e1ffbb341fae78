using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <param name="Key">The key's expression.</param>
/// <param name="Value">The value, or null for a spread.</param>
/// <param name="Kind">Which.</param>
/// <param name="NamesFunction">A function without a name takes the key's.</param>
internal sealed record ObjectPart(Expr Key, Expr? Value, PropertyKind Kind, bool NamesFunction);

internal sealed class ObjectValue(ObjectPart[] parts, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var instance = f.Realm.Object();
        foreach (var part in parts)
        {
            if (part.Value is null)
            {
                var source = part.Key.Eval(f);
                f.Realm.Position = position;
                f.Realm.CopyProperties(source, instance, except: null);
                continue;
            }

            var key = Operations.ToKey(f.Realm, part.Key.Eval(f));
            var value = part.Value is FunctionValue function ? function.Create(f, part.Kind == PropertyKind.Value && !part.NamesFunction ? null : key, instance) : part.Value.Eval(f);
            Define(instance, key, value, part.Kind, enumerable: true);
        }

        return instance;
    }

    public static void Define(ObjectInstance instance, string key, JsValue value, PropertyKind kind, bool enumerable)
    {
        if (kind is PropertyKind.Value or PropertyKind.Method)
        {
            instance.DefineOwnProperty(key, new PropertyDescriptor(value, writable: true, enumerable, configurable: true), throwOnError: true);
            return;
        }

        var (get, set) = kind == PropertyKind.Get ? (value, (JsValue?)null) : (null, value);
        instance.DefineOwnProperty(key, new PropertyDescriptor(get, set, enumerable, configurable: true), throwOnError: true);
    }
}

/// <summary>A function's or arrow function's expression: a closure over where it stands.</summary>
internal sealed class FunctionValue(FunctionCode code) : Expr
{
    public FunctionCode Code { get; } = code;

    public override JsValue Eval(Frame f) => Create(f, name: null, home: null);

    public ScriptFunction Create(Frame f, string? name, ObjectInstance? home) => new(f.Realm, Code, f.Env, Code.IsArrow ? f : null, home, Code.Name ?? name ?? string.Empty);
}
