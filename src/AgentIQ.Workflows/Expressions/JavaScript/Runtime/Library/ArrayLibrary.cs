using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Functions of arrays that only read. Each item costs a step, so that no length can hold a worker.</summary>
internal static partial class ArrayLibrary
{
    public static void Install(Builder prototype, Builder constructor)
    {
        constructor.Add("isArray", 1, static (_, _, a) => Operations.Flag(a.At(0).IsArray()));
        constructor.Add("of", 0, static (r, _, a) => r.Array(a));
        constructor.Add("from", 1, From);
        InstallReading(prototype);
        InstallCallbacks(prototype);
        InstallChanging(prototype);
    }

    private static void InstallReading(Builder prototype)
    {
        prototype.Add("at", 1, static (r, s, a) =>
        {
            var (list, length) = Self(r, s);
            var index = Operations.ToInteger(r, a.At(0));
            return Item(list, index < 0 ? index + length : index, length);
        });
        prototype.Add("includes", 1, static (r, s, a) => Operations.Flag(IndexOf(r, s, a, static (x, y) => Operations.SameValue(x, y), skipsHoles: false) >= 0));
        prototype.Add("indexOf", 1, static (r, s, a) => Operations.Number(IndexOf(r, s, a, Operations.StrictlyEqual, skipsHoles: true)));
        prototype.Add("lastIndexOf", 1, LastIndexOf);
        prototype.Add("join", 1, static (r, s, a) => Join(r, s, a.At(0).IsUndefined() ? "," : Operations.ToText(r, a.At(0))));
        prototype.Add("toString", 0, static (r, s, _) => Join(r, s, ","));
        prototype.Add("toLocaleString", 0, static (r, s, _) => Join(r, s, ","));
        prototype.Add("slice", 2, static (r, s, a) =>
        {
            var (list, length) = Self(r, s);
            var (start, end) = (Relative(r, a.At(0), length, 0), Relative(r, a.At(1), length, length));
            return r.Array(Indexes(start, end).Select(i => Own(list, i)));
        });
        prototype.Add("concat", 1, static (r, s, a) => r.Array(new[] { s }.Concat(a).SelectMany(part => part.IsArray() ? All(part.AsObject()) : [part])));
        prototype.Add("flat", 0, static (r, s, a) => r.Array(Flat(r, Self(r, s).List, a.At(0).IsUndefined() ? 1 : Operations.ToInteger(r, a.At(0)))));
        prototype.Add("keys", 0, static (r, s, _) => new ScriptIterator(r, Indexes(0, Self(r, s).Length).Select(i => Operations.Number(i))));
        prototype.Add("values", 0, static (r, s, _) => new ScriptIterator(r, r.Items(Self(r, s).List)));
        prototype.Add("entries", 0, static (r, s, _) => new ScriptIterator(r, r.Items(Self(r, s).List).Select((x, i) => (JsValue)r.Array([Operations.Number(i), x]))));
        prototype.Set(Realm.IteratorKey, prototype.Target.Get("values"));
    }

    public static (ObjectInstance List, double Length) Self(Realm realm, JsValue self)
    {
        if (Operations.IsNothing(self))
        {
            throw realm.TypeError("An array's function is called on nothing");
        }

        var list = Jint.Runtime.TypeConverter.ToObject(realm.Engine, self);
        return (list, Operations.Length(list));
    }

    public static string Key(double index) => index <= uint.MaxValue ? Operations.IndexText((uint)index) : index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<double> Indexes(double start, double end)
    {
        for (var i = start; i < end; i++)
        {
            yield return i;
        }
    }

    private static JsValue Item(ObjectInstance list, double index, double length) => index >= 0 && index < length ? list.Get(Key(index)) : JsValue.Undefined;

    /// <summary>An item, or null for a hole.</summary>
    private static JsValue? Own(ObjectInstance list, double index) => list.HasProperty(Key(index)) ? list.Get(Key(index)) : null;

    private static IEnumerable<JsValue?> All(ObjectInstance list) => Indexes(0, Operations.Length(list)).Select(i => Own(list, i));

    private static double Relative(Realm realm, JsValue value, double length, double otherwise)
    {
        if (value.IsUndefined())
        {
            return otherwise;
        }

        var index = Operations.ToInteger(realm, value);
        return index < 0 ? Math.Max(0, length + index) : Math.Min(index, length);
    }

    private static double IndexOf(Realm realm, JsValue self, JsValue[] arguments, Func<JsValue, JsValue, bool> same, bool skipsHoles)
    {
        var (list, length) = Self(realm, self);
        for (var i = Relative(realm, arguments.At(1), length, 0); i < length; i++)
        {
            realm.Step();
            if ((skipsHoles ? Own(list, i) : Item(list, i, length)) is { } item && same(item, arguments.At(0)))
            {
                return i;
            }
        }

        return -1;
    }

    private static JsValue LastIndexOf(Realm realm, JsValue self, JsValue[] arguments)
    {
        var (list, length) = Self(realm, self);
        var from = arguments.Length > 1 ? Operations.ToInteger(realm, arguments[1]) : length - 1;
        for (var i = from < 0 ? length + from : Math.Min(from, length - 1); i >= 0; i--)
        {
            realm.Step();
            if (Own(list, i) is { } item && Operations.StrictlyEqual(item, arguments.At(0)))
            {
                return Operations.Number(i);
            }
        }

        return Operations.Number(-1);
    }

    private static JsValue Join(Realm realm, JsValue self, string separator)
    {
        Realm.Deeper();
        var (list, length) = Self(realm, self);
        if (realm.Joining.Contains(list))
        {
            return new JsValue(string.Empty);
        }

        realm.Joining.Push(list);
        var text = new System.Text.StringBuilder();
        for (var i = 0.0; i < length; i++)
        {
            realm.Step(1 + (separator.Length / 256));
            var item = list.Get(Key(i));
            text.Append(i > 0 ? separator : string.Empty).Append(Operations.IsNothing(item) ? string.Empty : Operations.ToText(realm, item));
            Operations.CheckTextLength(text.Length);
        }

        realm.Joining.Pop();
        return new JsValue(text.ToString());
    }

    private static IEnumerable<JsValue?> Flat(Realm realm, ObjectInstance list, double depth)
    {
        Realm.Deeper();
        foreach (var item in All(list).Where(i => i is not null))
        {
            realm.Step();
            if (depth >= 1 && item!.IsArray())
            {
                foreach (var inner in Flat(realm, item.AsObject(), depth - 1))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return item;
            }
        }
    }

    private static JsValue From(Realm realm, JsValue self, JsValue[] arguments)
    {
        var source = arguments.At(0);
        if (Operations.IsNothing(source))
        {
            throw realm.TypeError($"Array.from cannot read {Operations.Describe(source)}");
        }

        var isIterable = source.IsString() || (source.IsObject() && (source.AsObject() is ArrayInstance or IScriptIterable || source.AsObject().Get(Realm.IteratorKey).IsObject()));
        var items = isIterable ? realm.Iterate(source) : realm.Items(Jint.Runtime.TypeConverter.ToObject(realm.Engine, source));
        return arguments.At(1).IsUndefined()
            ? realm.Array(items)
            : realm.Array(items.Select((x, i) => realm.Call(arguments[1], arguments.At(2), [x, Operations.Number(i)], "The second argument of Array.from")));
    }
}
