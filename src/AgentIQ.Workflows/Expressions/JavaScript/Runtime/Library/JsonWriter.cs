using System.Globalization;
using System.Text;
using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Boolean;
using Jint.Native.Number;
using Jint.Native.Object;
using Jint.Native.String;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Writes one value as JSON.</summary>
internal sealed class JsonWriter
{
    private const int MaxDepth = 256;

    private readonly Realm _realm;
    private readonly JsValue? _replacer;
    private readonly string[]? _only;
    private readonly string _gap;
    private readonly StringBuilder _out = new();
    private readonly Stack<ObjectInstance> _open = new();

    private JsonWriter(Realm realm, JsValue replacer, JsValue space)
    {
        _realm = realm;
        _replacer = replacer.IsObject() && replacer.AsObject() is ICallable ? replacer : null;
        _only = replacer.IsArray() ? [.. realm.Items(replacer.AsObject()).Select(k => Operations.ToKey(realm, k)).Distinct()] : null;
        _gap = space.IsNumber() ? new string(' ', (int)Math.Clamp(space.AsNumber(), 0, 10)) : space.IsString() ? space.AsString()[..Math.Min(10, space.AsString().Length)] : string.Empty;
    }

    /// <returns>Null where JSON has nothing for the value.</returns>
    public static string? Write(Realm realm, JsValue value, JsValue replacer, JsValue space)
    {
        var writer = new JsonWriter(realm, replacer, space);
        var holder = realm.Object();
        holder.FastAddProperty(string.Empty, value, writable: true, enumerable: true, configurable: true);
        return writer.Write(holder, string.Empty, value) ? writer._out.ToString() : null;
    }

    private bool Write(ObjectInstance holder, string key, JsValue given)
    {
        var value = Prepare(holder, key, given);
        _realm.Step();
        Operations.CheckTextLength(_out.Length);
        switch (value)
        {
            case var _ when value.IsNull():
                _out.Append("null");
                return true;
            case var _ when value.IsBoolean():
                _out.Append(value.AsBoolean() ? "true" : "false");
                return true;
            case var _ when value.IsNumber():
                _out.Append(double.IsFinite(value.AsNumber()) ? Operations.ToText(_realm, value) : "null");
                return true;
            case var _ when value.IsString():
                Quote(value.AsString());
                return true;
            case var _ when value.IsObject() && value.AsObject() is not ICallable:
                Structure(value.AsObject());
                return true;
            default:
                return false;
        }
    }

    private JsValue Prepare(ObjectInstance holder, string key, JsValue value)
    {
        if (value.IsObject() && value.AsObject().Get("toJSON") is { } method && method.IsObject() && method.AsObject() is ICallable callable)
        {
            value = callable.Call(value, [new JsValue(key)]);
        }

        if (_replacer is not null)
        {
            value = _realm.Call(_replacer, holder, [new JsValue(key), value], "The second argument of JSON.stringify");
        }

        return value.IsObject() && value.AsObject() is NumberInstance or StringInstance or BooleanInstance
            ? value.AsObject() switch
            {
                NumberInstance number => number.PrimitiveValue,
                StringInstance text => text.PrimitiveValue,
                var flag => ((BooleanInstance)flag).PrimitiveValue,
            }
            : value;
    }

    private void Structure(ObjectInstance instance)
    {
        if (_open.Contains(instance))
        {
            throw _realm.TypeError("JSON cannot hold an object that contains itself");
        }

        if (_open.Count >= MaxDepth)
        {
            throw new JavaScriptStoppedException($"JSON nested deeper than {MaxDepth} levels");
        }

        Realm.Deeper();
        _open.Push(instance);
        var isArray = instance is ArrayInstance;
        _out.Append(isArray ? '[' : '{');
        var isFirst = true;
        foreach (var key in isArray ? Indexes(instance) : _only ?? [.. _realm.OwnKeys(instance)])
        {
            var before = _out.Length;
            _out.Append(isFirst ? string.Empty : ",");
            NewLine();
            if (!isArray)
            {
                Quote(key);
                _out.Append(_gap.Length > 0 ? ": " : ":");
            }

            if (Write(instance, key, instance.Get(key)))
            {
                isFirst = false;
            }
            else if (isArray)
            {
                _out.Append("null");
                isFirst = false;
            }
            else
            {
                _out.Length = before;
            }
        }

        _open.Pop();
        if (!isFirst)
        {
            NewLine();
        }

        _out.Append(isArray ? ']' : '}');
    }

    private static IEnumerable<string> Indexes(ObjectInstance array)
    {
        for (uint i = 0; i < Operations.Length(array); i++)
        {
            yield return Operations.IndexText(i);
        }
    }

    private void NewLine()
    {
        if (_gap.Length > 0)
        {
            _out.Append('\n').Insert(_out.Length, _gap, _open.Count);
        }
    }

    private void Quote(string text)
    {
        _realm.Step(1 + (text.Length / 256));
        _out.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"': _out.Append("\\\""); break;
                case '\\': _out.Append("\\\\"); break;
                case '\n': _out.Append("\\n"); break;
                case '\r': _out.Append("\\r"); break;
                case '\t': _out.Append("\\t"); break;
                case '\b': _out.Append("\\b"); break;
                case '\f': _out.Append("\\f"); break;
                case < ' ':
                    _out.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    break;
                default:
                    if (char.IsSurrogate(c) && !(char.IsHighSurrogate(c) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) : i > 0 && char.IsHighSurrogate(text[i - 1])))
                    {
                        _out.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
                    }
                    else
                    {
                        _out.Append(c);
                    }

                    break;
            }
        }

        _out.Append('"');
    }
}
