using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <content>Functions that change the array.</content>
internal static partial class ArrayLibrary
{
    private static void InstallChanging(Builder prototype)
    {
        prototype.Add("push", 1, static (r, s, a) => Change(r, s, items => items.AddRange(a), items => Operations.Number(items.Count), appended: a));
        prototype.Add("pop", 0, static (r, s, _) =>
        {
            var (list, length) = Self(r, s);
            var target = r.Changeable(list);
            if (length == 0)
            {
                target.Put("length", Operations.Number(0), throwOnError: true);
                return JsValue.Undefined;
            }

            var last = target.Get(Key(length - 1));
            target.Delete(Key(length - 1), throwOnError: true);
            target.Put("length", Operations.Number(length - 1), throwOnError: true);
            return last;
        });
        prototype.Add("shift", 0, static (r, s, _) => Take(r, s, 0));
        prototype.Add("unshift", 1, static (r, s, a) => Change(r, s, items => items.InsertRange(0, a), items => Operations.Number(items.Count)));
        prototype.Add("reverse", 0, static (r, s, _) => Change(r, s, items => items.Reverse(), _ => s));
        prototype.Add("fill", 1, static (r, s, a) =>
        {
            var (list, length) = Self(r, s);
            var target = r.Changeable(list);
            var (start, end) = (Relative(r, a.At(1), length, 0), Relative(r, a.At(2), length, length));
            for (var i = start; i < end; i++)
            {
                r.Step();
                target.Put(Key(i), a.At(0), throwOnError: true);
            }

            return s;
        });
        prototype.Add("splice", 2, Splice);
        prototype.Add("sort", 1, Sort);
    }

    private static JsValue Take(Realm realm, JsValue self, int index)
    {
        JsValue taken = JsValue.Undefined;
        return Change(
            realm,
            self,
            items =>
            {
                if (items.Count > 0)
                {
                    taken = items[index] ?? JsValue.Undefined;
                    items.RemoveAt(index);
                }
            },
            _ => taken);
    }

    /// <summary>Reads the items, changes the list and writes it back; what is only appended is only written.</summary>
    private static JsValue Change(Realm realm, JsValue self, Action<List<JsValue?>> change, Func<List<JsValue?>, JsValue> result, JsValue[]? appended = null)
    {
        var (list, length) = Self(realm, self);
        var target = realm.Changeable(list);
        realm.CheckArrayLength(length);
        if (appended is not null)
        {
            realm.CheckArrayLength(length + appended.Length);
            for (var i = 0; i < appended.Length; i++)
            {
                realm.Step();
                target.Put(Key(length + i), appended[i], throwOnError: true);
            }

            target.Put("length", Operations.Number(length + appended.Length), throwOnError: true);
            return Operations.Number(length + appended.Length);
        }

        var items = All(list).ToList();
        realm.Step(items.Count);
        change(items);
        Write(realm, target, items, length);
        return result(items);
    }

    private static void Write(Realm realm, ObjectInstance target, List<JsValue?> items, double before)
    {
        realm.CheckArrayLength(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            realm.Step();
            if (items[i] is { } item)
            {
                target.Put(Key(i), item, throwOnError: true);
            }
            else
            {
                target.Delete(Key(i), throwOnError: true);
            }
        }

        for (var i = before - 1; i >= items.Count; i--)
        {
            realm.Step();
            target.Delete(Key(i), throwOnError: true);
        }

        target.Put("length", Operations.Number(items.Count), throwOnError: true);
    }

    private static JsValue Splice(Realm realm, JsValue self, JsValue[] arguments)
    {
        var (_, length) = Self(realm, self);
        var start = (int)Relative(realm, arguments.At(0), length, 0);
        var count = arguments.Length switch
        {
            0 => 0,
            1 => length - start,
            _ => Math.Clamp(Operations.ToInteger(realm, arguments[1]), 0, length - start),
        };
        List<JsValue?> removed = [];
        return Change(
            realm,
            self,
            items =>
            {
                removed = items.GetRange(start, (int)count);
                items.RemoveRange(start, (int)count);
                items.InsertRange(start, arguments.Skip(2));
            },
            _ => realm.Array(removed));
    }

    private static JsValue Sort(Realm realm, JsValue self, JsValue[] arguments)
    {
        var compare = arguments.At(0);
        if (!compare.IsUndefined() && !(compare.IsObject() && compare.AsObject() is ICallable))
        {
            throw realm.TypeError("sort expects a function, or nothing");
        }

        return Change(
            realm,
            self,
            items =>
            {
                var holes = items.RemoveAll(i => i is null);
                var undefined = items.RemoveAll(i => i!.IsUndefined());
                var sorted = compare.IsUndefined()
                    ? items.Select(i => (Item: i!, Text: Operations.ToText(realm, i!))).OrderBy(p => p.Text, Comparer<string>.Create((x, y) => Counted(realm, string.CompareOrdinal(x, y)))).Select(p => p.Item).ToArray()
                    : MergeSort(realm, [.. items], compare);
                items.Clear();
                items.AddRange(sorted);
                items.AddRange(Enumerable.Repeat(JsValue.Undefined, undefined));
                items.AddRange(Enumerable.Repeat<JsValue?>(null, holes));
            },
            _ => self);
    }

    private static int Counted(Realm realm, int comparison)
    {
        realm.Step();
        return comparison;
    }

    /// <summary>Stable, and it ends whatever the function says.</summary>
    private static JsValue[] MergeSort(Realm realm, JsValue?[] items, JsValue compare)
    {
        if (items.Length < 2)
        {
            return items!;
        }

        var left = MergeSort(realm, items[..(items.Length / 2)], compare);
        var right = MergeSort(realm, items[(items.Length / 2)..], compare);
        var merged = new JsValue[items.Length];
        var (i, j) = (0, 0);
        for (var k = 0; k < merged.Length; k++)
        {
            realm.Step();
            var takesLeft = j >= right.Length || (i < left.Length && !(TypeConverter.ToNumber(realm.Call(compare, JsValue.Undefined, [left[i], right[j]], "sort")) > 0));
            merged[k] = takesLeft ? left[i++] : right[j++];
        }

        return merged;
    }
}
