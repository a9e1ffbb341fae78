using Jint.Native;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>What entries(), keys(), values() and matchAll() give: something to go through once.</summary>
internal sealed class ScriptIterator : ObjectInstance, IScriptIterable
{
    private readonly IEnumerator<JsValue> _items;

    public ScriptIterator(Realm realm, IEnumerable<JsValue> items)
        : base(realm.Engine)
    {
        _items = items.GetEnumerator();
        Prototype = realm.IteratorPrototype;
        Extensible = true;
    }

    public override string Class => "Iterator";

    public IEnumerable<JsValue> Items()
    {
        while (_items.MoveNext())
        {
            yield return _items.Current;
        }
    }

    public bool Next(out JsValue value)
    {
        var has = _items.MoveNext();
        value = has ? _items.Current : JsValue.Undefined;
        return has;
    }
}
