using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

internal sealed record ClassPart(Expr Key, FunctionCode? Value, PropertyKind Kind, bool IsStatic);

internal sealed class ClassValue(Scope scope, Local? self, FunctionCode constructor, Expr? parent, ClassPart[] parts, int position) : Expr
{
    public override JsValue Eval(Frame f)
    {
        var outer = f.Env;
        if (scope.IsOpened)
        {
            f.Env = new Env(new JsValue?[scope.Slots], outer);
        }

        try
        {
            self?.Declare(f, value: null);
            return Create(f);
        }
        finally
        {
            f.Env = outer;
        }
    }

    private ScriptFunction Create(Frame f)
    {
        var realm = f.Realm;
        var prototype = realm.Object();
        var ancestor = parent?.Eval(f);
        realm.Position = position;
        var made = new ScriptFunction(realm, constructor, f.Env, captured: null, prototype, constructor.Name ?? string.Empty);
        if (ancestor is not null)
        {
            if (ancestor.IsNull())
            {
                throw realm.TypeError("'extends null' is not supported");
            }

            if (!ancestor.IsObject() || ancestor.AsObject() is not IConstructor || ancestor.AsObject().Get("prototype") is not { } inherited || !inherited.IsObject())
            {
                throw realm.TypeError($"A class can extend a class or a function only, not {Operations.Describe(ancestor)}");
            }

            made.Prototype = ancestor.AsObject();
            realm.Link(prototype, inherited.AsObject());
        }

        made.FastAddProperty("prototype", prototype, writable: false, enumerable: false, configurable: false);
        prototype.FastAddProperty("constructor", made, writable: true, enumerable: false, configurable: true);
        var fields = new List<(string Key, ScriptFunction? Value)>();
        var statics = new List<(string Key, ScriptFunction? Value)>();
        foreach (var part in parts)
        {
            var key = Operations.ToKey(realm, part.Key.Eval(f));
            ObjectInstance home = part.IsStatic ? made : prototype;
            var function = part.Value is null ? null : new ScriptFunction(realm, part.Value, f.Env, captured: null, home, key);
            if (part.Kind == PropertyKind.Value)
            {
                (part.IsStatic ? statics : fields).Add((key, function));
            }
            else
            {
                ObjectValue.Define(home, key, function!, part.Kind, enumerable: false);
            }
        }

        made.Fields = [.. fields];
        self?.Declare(f, made);
        foreach (var (key, value) in statics)
        {
            ObjectValue.Define(made, key, value?.Call(made, []) ?? JsValue.Undefined, PropertyKind.Value, enumerable: true);
        }

        return made;
    }
}
