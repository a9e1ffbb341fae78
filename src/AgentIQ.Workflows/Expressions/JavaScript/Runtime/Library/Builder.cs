using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime.Descriptors;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Puts built-in functions on an object.</summary>
internal sealed class Builder(Realm realm, ObjectInstance target)
{
    public ObjectInstance Target { get; } = target;

    public Builder Add(string name, int length, NativeBody body) => Set(name, new NativeFunction(realm, name, length, body));

    public Builder Set(string name, JsValue value)
    {
        Target.FastSetProperty(name, new PropertyDescriptor(value, writable: true, enumerable: false, configurable: true));
        return this;
    }

    public Builder Getter(string name, NativeBody body)
    {
        Target.FastSetProperty(name, new PropertyDescriptor(new NativeFunction(realm, name, 0, body), JsValue.Undefined, enumerable: false, configurable: true));
        return this;
    }
}
