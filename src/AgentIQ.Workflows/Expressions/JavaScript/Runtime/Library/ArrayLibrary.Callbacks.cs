using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <content>Functions that call one for each item.</content>
internal static partial class ArrayLibrary
{
    private static void InstallCallbacks(Builder prototype)
    {
        prototype.Add("forEach", 1, static (r, s, a) =>
        {
            foreach (var _ in Calls(r, s, a, "forEach"))
            {
            }

            return JsValue.Undefined;
        });
        prototype.Add("map", 1, static (r, s, a) => r.Array(Calls(r, s, a, "map", keepsHoles: true).Select(c => c.Result)));
        prototype.Add("filter", 1, static (r, s, a) => r.Array(Calls(r, s, a, "filter").Where(c => Operations.IsTrue(c.Result!)).Select(c => c.Item)));
        prototype.Add("some", 1, static (r, s, a) => Operations.Flag(Calls(r, s, a, "some").Any(c => Operations.IsTrue(c.Result!))));
        prototype.Add("every", 1, static (r, s, a) => Operations.Flag(Calls(r, s, a, "every").All(c => Operations.IsTrue(c.Result!))));
        prototype.Add("find", 1, static (r, s, a) => Search(r, s, a, "find", fromEnd: false)?.Item ?? JsValue.Undefined);
        prototype.Add("findIndex", 1, static (r, s, a) => Operations.Number(Search(r, s, a, "findIndex", fromEnd: false)?.Index ?? -1));
        prototype.Add("findLast", 1, static (r, s, a) => Search(r, s, a, "findLast", fromEnd: true)?.Item ?? JsValue.Undefined);
        prototype.Add("findLastIndex", 1, static (r, s, a) => Operations.Number(Search(r, s, a, "findLastIndex", fromEnd: true)?.Index ?? -1));
        prototype.Add("flatMap", 1, static (r, s, a) => r.Array(Calls(r, s, a, "flatMap").SelectMany(c => c.Result!.IsArray() ? All(c.Result.AsObject()).Where(i => i is not null) : [c.Result])));
        prototype.Add("reduce", 1, static (r, s, a) => Reduce(r, s, a, fromEnd: false));
        prototype.Add("reduceRight", 1, static (r, s, a) => Reduce(r, s, a, fromEnd: true));
    }

    private static JsValue Callback(Realm realm, JsValue[] arguments, string name) => arguments.At(0).IsObject() && arguments.At(0).AsObject() is ICallable
        ? arguments[0]
        : throw realm.TypeError($"{name} expects a function, not {Operations.Describe(arguments.At(0))}");

    /// <summary>Calls the function for each item, as the results are asked for.</summary>
    private static IEnumerable<(JsValue? Result, JsValue? Item)> Calls(Realm realm, JsValue self, JsValue[] arguments, string name, bool keepsHoles = false)
    {
        var (list, length) = Self(realm, self);
        var callback = Callback(realm, arguments, name);
        for (var i = 0.0; i < length; i++)
        {
            realm.Step();
            if (Own(list, i) is { } item)
            {
                yield return (realm.Call(callback, arguments.At(1), [item, Operations.Number(i), list], name), item);
            }
            else if (keepsHoles)
            {
                yield return (null, null);
            }
        }
    }

    private static (JsValue Item, double Index)? Search(Realm realm, JsValue self, JsValue[] arguments, string name, bool fromEnd)
    {
        var (list, length) = Self(realm, self);
        var callback = Callback(realm, arguments, name);
        for (var i = 0.0; i < length; i++)
        {
            realm.Step();
            var index = fromEnd ? length - 1 - i : i;
            var item = list.Get(Key(index));
            if (Operations.IsTrue(realm.Call(callback, arguments.At(1), [item, Operations.Number(index), list], name)))
            {
                return (item, index);
            }
        }

        return null;
    }

    private static JsValue Reduce(Realm realm, JsValue self, JsValue[] arguments, bool fromEnd)
    {
        var (list, length) = Self(realm, self);
        var callback = Callback(realm, arguments, "reduce");
        var value = arguments.Length > 1 ? arguments[1] : null;
        for (var i = 0.0; i < length; i++)
        {
            realm.Step();
            var index = fromEnd ? length - 1 - i : i;
            if (Own(list, index) is { } item)
            {
                value = value is null ? item : realm.Call(callback, JsValue.Undefined, [value, item, Operations.Number(index), list], "reduce");
            }
        }

        return value ?? throw realm.TypeError("reduce of an empty array needs a first value");
    }
}
