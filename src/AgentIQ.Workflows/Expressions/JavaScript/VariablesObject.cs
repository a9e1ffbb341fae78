using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary><c>variables</c>: reading a property reads the variable in scope, writing one sets it.</summary>
internal sealed class VariablesObject : ObjectInstance
{
    private readonly Realm _realm;

    public VariablesObject(Realm realm)
        : base(realm.Engine)
    {
        _realm = realm;
        Prototype = realm.Engine.Object.PrototypeObject;
        Extensible = true;
    }

    public override JsValue Get(string propertyName) => _realm.Host.Get(propertyName) is var value && value.IsUndefined() ? Prototype.Get(propertyName) : value;

    public override void Put(string propertyName, JsValue value, bool throwOnError) => _realm.Host.Set(propertyName, value, _realm);

    public override bool HasOwnProperty(string propertyName) => !_realm.Host.Get(propertyName).IsUndefined();

    public override PropertyDescriptor GetOwnProperty(string propertyName)
    {
        var value = _realm.Host.Get(propertyName);
        return value.IsUndefined() ? PropertyDescriptor.Undefined : new PropertyDescriptor(value, writable: true, enumerable: true, configurable: false);
    }

    public override IEnumerable<KeyValuePair<string, PropertyDescriptor>> GetOwnProperties() =>
        _realm.Host.Burst.Variables.NamesInScope(_realm.Host.Execution).Select(name => KeyValuePair.Create(name, GetOwnProperty(name))).Where(p => p.Value != PropertyDescriptor.Undefined);

    public override bool DefineOwnProperty(string propertyName, PropertyDescriptor desc, bool throwOnError)
    {
        if (desc.Value is not { } value)
        {
            throw _realm.TypeError("A workflow variable has a value, no getter or setter");
        }

        _realm.Host.Set(propertyName, value, _realm);
        return true;
    }

    public override bool Delete(string propertyName, bool throwOnError) => throw _realm.TypeError("A workflow variable cannot be deleted; set it to null");
}
