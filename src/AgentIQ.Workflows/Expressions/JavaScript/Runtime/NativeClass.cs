using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>A built-in function that also makes objects.</summary>
internal sealed class NativeClass : FunctionInstance, IConstructor
{
    private readonly Realm _realm;
    private readonly NativeBody _call;
    private readonly Func<JsValue[], ObjectInstance> _construct;

    public NativeClass(Realm realm, string name, ObjectInstance prototype, NativeBody call, Func<JsValue[], ObjectInstance> construct)
        : base(realm.Engine, [], scope: null, strict: false)
    {
        _realm = realm;
        _call = call;
        _construct = construct;
        Prototype = realm.Engine.Function.PrototypeObject;
        Extensible = true;
        FastAddProperty("name", new JsValue(name), writable: false, enumerable: false, configurable: false);
        FastAddProperty("length", Operations.Number(0), writable: false, enumerable: false, configurable: false);
        FastAddProperty("prototype", prototype, writable: false, enumerable: false, configurable: false);
        prototype.FastSetProperty("constructor", new Jint.Runtime.Descriptors.PropertyDescriptor(this, writable: true, enumerable: false, configurable: true));
    }

    public override JsValue Call(JsValue thisObject, JsValue[] arguments) => _call(_realm, thisObject, arguments);

    public ObjectInstance Construct(JsValue[] arguments) => _construct(arguments);
}
