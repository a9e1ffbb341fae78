using Jint.Native;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>A Map, or a Set, whose items are keys and values alike. Items stand in the order they came; going through it sees what is added meanwhile.</summary>
internal sealed class ScriptMap : ObjectInstance, IScriptIterable
{
    private readonly Realm _realm;
    private readonly Dictionary<JsValue, int> _places = new(KeyComparer.Instance);
    private readonly List<(JsValue Key, JsValue Value)?> _items = [];

    public ScriptMap(Realm realm, bool isSet)
        : base(realm.Engine)
    {
        _realm = realm;
        IsSet = isSet;
        Prototype = isSet ? realm.SetPrototype : realm.MapPrototype;
        Extensible = true;
    }

    public override string Class => IsSet ? "Set" : "Map";

    public bool IsSet { get; }

    public int Count => _places.Count;

    public JsValue? Find(JsValue key) => _places.TryGetValue(key, out var place) ? _items[place]!.Value.Value : null;

    public void Put(JsValue key, JsValue value)
    {
        if (_places.TryGetValue(key, out var place))
        {
            _items[place] = (key, value);
            return;
        }

        _realm.CheckArrayLength(_items.Count + 1);
        _places[key] = _items.Count;
        _items.Add((key, value));
    }

    public bool Remove(JsValue key)
    {
        if (!_places.Remove(key, out var place))
        {
            return false;
        }

        _items[place] = null;
        return true;
    }

    public void Clear()
    {
        _places.Clear();
        for (var i = 0; i < _items.Count; i++)
        {
            _items[i] = null;
        }
    }

    public IEnumerable<(JsValue Key, JsValue Value)> Entries()
    {
        for (var i = 0; i < _items.Count; i++)
        {
            _realm.Step();
            if (_items[i] is { } item)
            {
                yield return item;
            }
        }
    }

    public IEnumerable<JsValue> Items() => IsSet ? Entries().Select(e => e.Key) : Entries().Select(e => (JsValue)_realm.Array([e.Key, e.Value]));

    private sealed class KeyComparer : IEqualityComparer<JsValue>
    {
        public static KeyComparer Instance { get; } = new();

        public bool Equals(JsValue? x, JsValue? y) => Operations.SameValue(x!, y!);

        public int GetHashCode(JsValue value) => value switch
        {
            _ when value.IsNumber() => (value.AsNumber() + 0.0).GetHashCode(),
            _ when value.IsString() => value.AsString().GetHashCode(StringComparison.Ordinal),
            _ when value.IsObject() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(value.AsObject()),
            _ => (int)value.Type,
        };
    }
}
