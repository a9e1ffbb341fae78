using System.Text.Json.Nodes;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Function;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>Plain values to JavaScript values and back. Structures are copied, so that a script holds nothing of the state.</summary>
internal static class JsValues
{
    private const int MaxDepth = 64;

    public static JsValue FromPlain(Engine engine, object? value) => value switch
    {
        null => JsValue.Null,
        bool flag => flag ? JsValue.True : JsValue.False,
        string text => new JsValue(text),
        int number => new JsValue(number),
        long number => new JsValue(number),
        double number => new JsValue(number),
        decimal number => new JsValue((double)number),
        DateTimeOffset time => engine.Date.Construct(time),
        JsonObject map => FromObject(engine, map),
        JsonArray list => FromArray(engine, list),
        JsonValue node => FromPlain(engine, PlainValue.From(node)),
        _ => new JsValue(ValueConverter.Text(value)),
    };

    /// <param name="value">What the script gave.</param>
    /// <param name="realm">Where it ran: what it takes to read the value counts as the script's.</param>
    public static object? ToPlain(JsValue value, Realm realm) => ToPlain(value, realm, depth: 0);

    private static object? ToPlain(JsValue value, Realm realm, int depth)
    {
        realm.Step();
        if (depth > MaxDepth)
        {
            throw new ConversionException($"A JavaScript object is nested deeper than {MaxDepth} levels, or contains itself.");
        }

        return value switch
        {
            _ when value.IsUndefined() || value.IsNull() => null,
            _ when value.IsBoolean() => value.AsBoolean(),
            _ when value.IsNumber() => value.AsNumber(),
            _ when value.IsString() => value.AsString(),
            _ when value.IsDate() => new DateTimeOffset(value.AsDate().ToDateTime().ToUniversalTime()),
            _ when value.IsArray() => ToArray(value.AsArray(), realm, depth),
            _ when value.AsObject() is FunctionInstance => throw new ConversionException("The JavaScript gave a function; a value is expected. Call it."),
            _ => ToObject(value.AsObject(), realm, depth),
        };
    }

    private static JsonArray ToArray(ArrayInstance array, Realm realm, int depth)
    {
        var length = (int)array.Get("length").AsNumber();
        var list = new JsonArray();
        for (var i = 0; i < length; i++)
        {
            list.Add(PlainValue.ToNode(ToPlain(array.Get(Operations.IndexText((uint)i)), realm, depth + 1)));
        }

        return list;
    }

    private static object? ToObject(ObjectInstance instance, Realm realm, int depth)
    {
        if (instance is Jint.Native.Boolean.BooleanInstance or Jint.Native.Number.NumberInstance or Jint.Native.String.StringInstance)
        {
            return ToPlain(Primitive(instance), realm, depth + 1);
        }

        if (instance is ScriptMap { IsSet: true } set)
        {
            return ToArray(realm.Array(set.Items()), realm, depth);
        }

        var map = new JsonObject();
        var members = instance is ScriptMap entries
            ? entries.Entries().Select(e => KeyValuePair.Create(Operations.ToKey(realm, e.Key), e.Value))
            : realm.OwnKeys(instance).Select(name => KeyValuePair.Create(name, instance.Get(name)));
        foreach (var (name, member) in members)
        {
            if (!(member.IsObject() && member.AsObject() is FunctionInstance))
            {
                map[name] = PlainValue.ToNode(ToPlain(member, realm, depth + 1));
            }
        }

        return map;
    }

    private static JsValue Primitive(ObjectInstance instance) => instance switch
    {
        Jint.Native.Boolean.BooleanInstance flag => flag.PrimitiveValue,
        Jint.Native.Number.NumberInstance number => number.PrimitiveValue,
        Jint.Native.String.StringInstance text => text.PrimitiveValue,
        _ => JsValue.Undefined,
    };

    private static ObjectInstance FromObject(Engine engine, JsonObject map)
    {
        var instance = engine.Object.Construct(Jint.Runtime.Arguments.Empty);
        foreach (var (name, value) in map)
        {
            instance.FastAddProperty(name, FromPlain(engine, value), writable: true, enumerable: true, configurable: true);
        }

        return instance;
    }

    private static ObjectInstance FromArray(Engine engine, JsonArray list)
    {
        var items = new JsValue[list.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = FromPlain(engine, list[i]);
        }

        return engine.Array.Construct(items);
    }
}
