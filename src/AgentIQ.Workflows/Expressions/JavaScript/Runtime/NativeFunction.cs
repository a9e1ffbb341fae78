using Jint.Native;
using Jint.Native.Function;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>What a built-in function does.</summary>
internal delegate JsValue NativeBody(Realm realm, JsValue self, JsValue[] arguments);

/// <summary>A built-in function.</summary>
internal sealed class NativeFunction : FunctionInstance
{
    private readonly Realm _realm;
    private readonly NativeBody _body;

    public NativeFunction(Realm realm, string name, int length, NativeBody body)
        : base(realm.Engine, [], scope: null, strict: false)
    {
        _realm = realm;
        _body = body;
        Prototype = realm.Engine.Function.PrototypeObject;
        Extensible = true;
        FastAddProperty("length", Operations.Number(length), writable: false, enumerable: false, configurable: false);
        FastAddProperty("name", new JsValue(name), writable: false, enumerable: false, configurable: false);
    }

    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        // Natives that call back count as calls too: a chain of them must end at a number, not where this thread's stack happens to.
        _realm.Enter();
        var result = _body(_realm, thisObject, arguments);
        _realm.Depth--;
        return result;
    }
}
