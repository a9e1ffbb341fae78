using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary><c>variables</c>: reading a property reads the variable in scope, writing one sets it.</summary>
internal sealed class VariablesObject : ObjectInstance
{
    private readonly JavaScriptScope _scope;

    public VariablesObject(Engine engine, JavaScriptScope scope)
        : base(engine)
    {
        _scope = scope;
        Prototype = engine.Object.PrototypeObject;
        Extensible = true;
    }

    public override JsValue Get(string propertyName) => _scope.Get(propertyName);

    public override void Put(string propertyName, JsValue value, bool throwOnError) => _scope.Set(propertyName, value);

    public override PropertyDescriptor GetOwnProperty(string propertyName)
    {
        var value = _scope.Get(propertyName);
        return value.IsUndefined() ? PropertyDescriptor.Undefined : new PropertyDescriptor(value, writable: true, enumerable: true, configurable: true);
    }
}
