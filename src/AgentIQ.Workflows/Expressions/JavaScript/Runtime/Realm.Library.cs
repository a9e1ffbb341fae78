using AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <content>The built-in objects and functions: the interpreter's own where they are sound, ours where they are missing, newer or unlimited.</content>
internal sealed partial class Realm
{
    private static readonly string[] NotOffered = ["eval", "Function"];

    private readonly HashSet<ObjectInstance> _intrinsics = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, JsValue> _globals = new(StringComparer.Ordinal);

    public ObjectInstance MapPrototype { get; private set; } = null!;

    public ObjectInstance SetPrototype { get; private set; } = null!;

    public ObjectInstance IteratorPrototype { get; private set; } = null!;

    /// <summary>The arrays that are being joined, so that one inside itself ends.</summary>
    public Stack<ObjectInstance> Joining { get; } = new();

    /// <returns>Null where nothing has that name.</returns>
    public JsValue? FindGlobal(string name)
    {
        if (_made.TryGetValue(name, out var value) || _globals.TryGetValue(name, out value))
        {
            return value;
        }

        if (JavaScriptFunctions.Find(this, name) is { } function)
        {
            return _globals[name] = function;
        }

        return JavaScriptFunctions.FindAccessor(this, name) is { } accessor ? _made[name] = accessor : null;
    }

    /// <summary>A name that the script assigns to without declaring it lives as long as the run.</summary>
    public void SetGlobal(string name, JsValue value)
    {
        if (!_made.ContainsKey(name) && (_globals.ContainsKey(name) || JavaScriptFunctions.Find(this, name) is not null))
        {
            throw TypeError($"'{name}' is built in and cannot be assigned to; declare a variable of another name");
        }

        Step();
        _made[name] = value;
    }

    private void Install()
    {
        var global = Engine.Global;
        MapPrototype = Object();
        SetPrototype = Object();
        IteratorPrototype = Object();
        ArrayLibrary.Install(On(Engine.Array.PrototypeObject), On(Engine.Array));
        StringLibrary.Install(On(Engine.String.PrototypeObject), On(Engine.String));
        RegExpLibrary.InstallText(On(Engine.String.PrototypeObject));
        RegExpLibrary.Install(On(Engine.RegExp.PrototypeObject));
        ObjectLibrary.Install(this, On(Engine.Object));
        NumberLibrary.InstallNumber(this, On(Engine.Number));
        NumberLibrary.InstallPrototype(On(Engine.Number.PrototypeObject));
        NumberLibrary.InstallMath(On(Engine.Math));
        FunctionLibrary.Install(On(Engine.Function.PrototypeObject));
        JsonLibrary.Install(On(Engine.Json));
        CollectionLibrary.InstallIterator(On(IteratorPrototype));
        CollectionLibrary.InstallMap(this, On(MapPrototype));
        CollectionLibrary.InstallSet(this, On(SetPrototype));
        foreach (var (name, property) in global.GetOwnProperties())
        {
            if (!NotOffered.Contains(name) && property.Value is { } value)
            {
                _globals[name] = value;
            }
        }

        InstallConstructors();
        foreach (var value in _globals.Values.Where(v => v.IsObject()))
        {
            Protect(value.AsObject());
        }

        Protect(IteratorPrototype);
        Protect(Engine.Function.PrototypeObject);
        Protect(global);
    }

    private void InstallConstructors()
    {
        Class("Map", MapPrototype, static (r, _, _) => throw r.TypeError("Write: new Map(...)"), a => CollectionLibrary.Create(this, a, isSet: false));
        Class("Set", SetPrototype, static (r, _, _) => throw r.TypeError("Write: new Set(...)"), a => CollectionLibrary.Create(this, a, isSet: true));
        Class("RegExp", Engine.RegExp.PrototypeObject, static (r, _, a) => RegExpLibrary.Create(r, a), a => RegExpLibrary.Create(this, a));
        CopyStatics(Engine.Array, Class("Array", Engine.Array.PrototypeObject, static (r, _, a) => r.ArrayOf(a), ArrayOf));

        CopyStatics(Engine.Number, Class("Number", Engine.Number.PrototypeObject, static (r, _, a) => NumberOf(r, a), a => Engine.Number.Construct([NumberOf(this, a)])));
        Class("Function", Engine.Function.PrototypeObject, static (r, _, _) => throw r.NoCodeFromText(), _ => throw NoCodeFromText());
        var symbol = Object();
        symbol.FastAddProperty("iterator", new JsValue(IteratorKey), writable: false, enumerable: false, configurable: false);
        _globals["Symbol"] = symbol;
        foreach (var name in new[] { "Promise", "Proxy", "Reflect", "WeakMap", "WeakSet", "BigInt", "setTimeout", "setInterval", "fetch", "require" })
        {
            _globals.Remove(name);
        }
    }

    private static JsValue NumberOf(Realm realm, JsValue[] arguments) => Operations.Number(arguments.Length == 0 ? 0 : Operations.ToNumber(realm, arguments[0]));

    private static void CopyStatics(ObjectInstance from, ObjectInstance to)
    {
        foreach (var (name, property) in from.GetOwnProperties())
        {
            if (!to.HasOwnProperty(name))
            {
                to.FastSetProperty(name, property);
            }
        }
    }

    private NativeClass Class(string name, ObjectInstance prototype, NativeBody call, Func<JsValue[], ObjectInstance> construct)
    {
        var made = new NativeClass(this, name, prototype, call, construct);
        _globals[name] = made;
        return made;
    }

    private ObjectInstance ArrayOf(JsValue[] arguments)
    {
        if (arguments is not [var length] || !length.IsNumber())
        {
            return Array(arguments);
        }

        if (length.AsNumber() is var number && (number < 0 || number != Math.Floor(number) || number > uint.MaxValue))
        {
            throw RangeError($"An array cannot have {Operations.Describe(length)} items");
        }

        CheckArrayLength(number);
        var array = Array([]);
        array.Put("length", length, throwOnError: true);
        return array;
    }

    private Jint.Runtime.JavaScriptException NoCodeFromText() => TypeError("A script cannot make code from text: new Function(...) and eval(...) are not supported");

    private Builder On(ObjectInstance target) => new(this, target);

    private void Protect(ObjectInstance instance)
    {
        _intrinsics.Add(instance);
        if (instance is FunctionInstance && instance.Get("prototype") is { } prototype && prototype.IsObject())
        {
            _intrinsics.Add(prototype.AsObject());
        }
    }
}
