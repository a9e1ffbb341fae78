using System.Globalization;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Native.String;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <content>Making, copying and going through objects.</content>
internal sealed partial class Realm
{
    /// <summary>The property that makes an object iterable; <c>Symbol.iterator</c> is this text.</summary>
    public const string IteratorKey = "@@iterator";

    public ObjectInstance Object() => Engine.Object.Construct([]);

    /// <param name="items">Null is a hole.</param>
    public ArrayInstance Array(IEnumerable<JsValue?> items)
    {
        var array = (ArrayInstance)Engine.Array.Construct([]);
        uint index = 0;
        foreach (var item in items)
        {
            Step();
            CheckArrayLength(index + 1.0);
            if (item is not null)
            {
                array.DefineOwnProperty(Operations.IndexText(index), new Jint.Runtime.Descriptors.PropertyDescriptor(item, writable: true, enumerable: true, configurable: true), throwOnError: false);
            }

            index++;
        }

        if (Operations.Length(array) != index)
        {
            array.Put("length", Operations.Number(index), throwOnError: true);
        }

        return array;
    }

    public void CheckArrayLength(double length)
    {
        if (length > JavaScriptLimits.ArrayLength)
        {
            throw new JavaScriptStoppedException($"an array of more than {JavaScriptLimits.ArrayLength} items");
        }
    }

    public ObjectInstance ArgumentsObject(JsValue[] arguments)
    {
        var list = Array(arguments);
        return list;
    }

    /// <summary>The object itself, when a script may change it.</summary>
    public ObjectInstance Changeable(ObjectInstance instance) =>
        instance is FunctionInstance and not ScriptFunction || _intrinsics.Contains(instance)
            ? throw TypeError("Built-in objects and functions cannot be changed")
            : instance;

    /// <summary>Own enumerable properties: numbers in their order, then names as they were made.</summary>
    public IEnumerable<string> OwnKeys(JsValue value)
    {
        if (value.IsString())
        {
            return Enumerable.Range(0, value.AsString().Length).Select(i => Operations.IndexText((uint)i));
        }

        if (!value.IsObject())
        {
            return [];
        }

        var names = new List<string>();
        List<uint>? indexes = null;
        foreach (var (name, property) in value.AsObject().GetOwnProperties())
        {
            Step();
            if (property.Enumerable != true || name == IteratorKey)
            {
                continue;
            }

            if (uint.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && (name.Length == 1 || name[0] != '0'))
            {
                (indexes ??= []).Add(index);
            }
            else
            {
                names.Add(name);
            }
        }

        if (indexes is null)
        {
            return names;
        }

        indexes.Sort();
        return indexes.Select(Operations.IndexText).Concat(names);
    }

    public void CopyProperties(JsValue from, ObjectInstance to, HashSet<string>? except)
    {
        foreach (var key in OwnKeys(from))
        {
            if (except?.Contains(key) != true)
            {
                Code.ObjectValue.Define(to, key, Operations.Get(this, from, key), Syntax.PropertyKind.Value, enumerable: true);
            }
        }
    }

    /// <summary>What for-in goes through.</summary>
    public IEnumerable<JsValue> EnumerateKeys(JsValue value)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (JsValue? at = value; at is not null; at = at.IsObject() && at.AsObject().Prototype is { } parent ? (JsValue)parent : null)
        {
            foreach (var key in OwnKeys(at).ToArray())
            {
                if (seen.Add(key) && (!at.IsObject() || at.AsObject().HasOwnProperty(key)))
                {
                    yield return new JsValue(key);
                }
            }
        }
    }

    /// <summary>What for-of, spread and array patterns go through.</summary>
    public IEnumerable<JsValue> Iterate(JsValue value)
    {
        if (value.IsString())
        {
            return Characters(value.AsString());
        }

        if (value.IsObject())
        {
            switch (value.AsObject())
            {
                case ArrayInstance array:
                    return Items(array);
                case IScriptIterable iterable:
                    return iterable.Items();
                case StringInstance text:
                    return Characters(text.PrimitiveValue.AsString());
                case var other when other.Get(IteratorKey) is { } method && method.IsObject():
                    return Iterated(Call(method, value, [], "Its Symbol.iterator"));
            }
        }

        throw TypeError($"{Operations.Describe(value)} is not iterable: expected an array, a text, a Map or a Set");
    }

    /// <summary>Items of an array or of anything with a length.</summary>
    public IEnumerable<JsValue> Items(ObjectInstance list)
    {
        for (uint i = 0; i < Operations.Length(list); i++)
        {
            Step();
            yield return list.Get(Operations.IndexText(i));
        }
    }

    private IEnumerable<JsValue> Characters(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            Step();
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            yield return new JsValue(text.Substring(i, isPair ? 2 : 1));
            i += isPair ? 1 : 0;
        }
    }

    private IEnumerable<JsValue> Iterated(JsValue iterator)
    {
        var next = Operations.Get(this, iterator, "next");
        while (true)
        {
            Step();
            var result = Call(next, iterator, [], "next");
            if (!result.IsObject())
            {
                throw TypeError("An iterator's next() must return an object");
            }

            if (Operations.IsTrue(result.AsObject().Get("done")))
            {
                yield break;
            }

            yield return result.AsObject().Get("value");
        }
    }
}
