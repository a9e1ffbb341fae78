using System.Text.Json;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>JSON.parse and JSON.stringify, within the limits.</summary>
internal static class JsonLibrary
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 256 };

    public static void Install(Builder json)
    {
        json.Add("parse", 2, static (r, _, a) =>
        {
            var value = Parse(r, Operations.ToText(r, a.At(0)));
            if (!a.At(1).IsObject() || a[1].AsObject() is not ICallable)
            {
                return value;
            }

            var holder = r.Object();
            holder.FastAddProperty(string.Empty, value, writable: true, enumerable: true, configurable: true);
            return Revive(r, holder, string.Empty, a[1]);
        });
        json.Add("stringify", 3, static (r, _, a) => JsonWriter.Write(r, a.At(0), a.At(1), a.At(2)) is { } text ? Operations.Text(r, text) : JsValue.Undefined);
    }

    public static JsValue Parse(Realm realm, string text)
    {
        realm.Step(1 + (text.Length / 256));
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return From(realm, document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw realm.SyntaxError($"JSON.parse: {e.Message}");
        }
    }

    private static JsValue From(Realm realm, JsonElement element)
    {
        realm.Step();
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var map = realm.Object();
                foreach (var property in element.EnumerateObject())
                {
                    Code.ObjectValue.Define(map, property.Name, From(realm, property.Value), Syntax.PropertyKind.Value, enumerable: true);
                }

                return map;
            case JsonValueKind.Array:
                return realm.Array(element.EnumerateArray().Select(e => From(realm, e)));
            case JsonValueKind.String:
                return new JsValue(element.GetString()!);
            case JsonValueKind.Number:
                return Operations.Number(element.GetDouble());
            case JsonValueKind.True or JsonValueKind.False:
                return Operations.Flag(element.GetBoolean());
            default:
                return JsValue.Null;
        }
    }

    private static JsValue Revive(Realm realm, ObjectInstance holder, string key, JsValue reviver)
    {
        Realm.Deeper();
        var value = holder.Get(key);
        if (value.IsObject())
        {
            var inner = value.AsObject();
            foreach (var name in inner is ArrayInstance ? [.. Enumerable.Range(0, (int)Operations.Length(inner)).Select(i => Operations.IndexText((uint)i))] : realm.OwnKeys(value).ToArray())
            {
                realm.Step();
                var revived = Revive(realm, inner, name, reviver);
                if (revived.IsUndefined())
                {
                    inner.Delete(name, throwOnError: false);
                }
                else
                {
                    Code.ObjectValue.Define(inner, name, revived, Syntax.PropertyKind.Value, enumerable: true);
                }
            }
        }

        return realm.Call(reviver, holder, [new JsValue(key), value], "The second argument of JSON.parse");
    }
}
