using Jint.Native;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Map, Set and what goes through them.</summary>
internal static class CollectionLibrary
{
    public static void InstallMap(Realm realm, Builder prototype)
    {
        Common(prototype, "Map");
        prototype.Add("get", 1, static (r, s, a) => Self(r, s, "Map").Find(a.At(0)) ?? JsValue.Undefined);
        prototype.Add("set", 2, static (r, s, a) =>
        {
            r.Step();
            Self(r, s, "Map").Put(a.At(0), a.At(1));
            return s;
        });
        prototype.Add("keys", 0, static (r, s, _) => new ScriptIterator(r, Self(r, s, "Map").Entries().Select(e => e.Key)));
        prototype.Add("entries", 0, static (r, s, _) => new ScriptIterator(r, Self(r, s, "Map").Items()));
        prototype.Set(Realm.IteratorKey, prototype.Target.Get("entries"));
    }

    public static void InstallSet(Realm realm, Builder prototype)
    {
        Common(prototype, "Set");
        prototype.Add("add", 1, static (r, s, a) =>
        {
            r.Step();
            Self(r, s, "Set").Put(a.At(0), a.At(0));
            return s;
        });
        prototype.Set("keys", prototype.Target.Get("values"));
        prototype.Add("entries", 0, static (r, s, _) => new ScriptIterator(r, Self(r, s, "Set").Entries().Select(e => (JsValue)r.Array([e.Key, e.Value]))));
        prototype.Set(Realm.IteratorKey, prototype.Target.Get("values"));
    }

    public static void InstallIterator(Builder prototype)
    {
        prototype.Add("next", 0, static (r, s, _) =>
        {
            if (!s.IsObject() || s.AsObject() is not ScriptIterator iterator)
            {
                throw r.TypeError("next() is called on something that is no iterator");
            }

            var has = iterator.Next(out var value);
            var result = r.Object();
            result.FastAddProperty("value", value, writable: true, enumerable: true, configurable: true);
            result.FastAddProperty("done", Operations.Flag(!has), writable: true, enumerable: true, configurable: true);
            return result;
        });
        prototype.Add(Realm.IteratorKey, 0, static (_, s, _) => s);
    }

    public static ObjectInstance Create(Realm realm, JsValue[] arguments, bool isSet)
    {
        var map = new ScriptMap(realm, isSet);
        if (!Operations.IsNothing(arguments.At(0)))
        {
            foreach (var item in realm.Iterate(arguments[0]))
            {
                if (isSet)
                {
                    map.Put(item, item);
                }
                else if (item.IsObject())
                {
                    map.Put(item.AsObject().Get("0"), item.AsObject().Get("1"));
                }
                else
                {
                    throw realm.TypeError($"A Map is made of pairs [key, value], not of {Operations.Describe(item)}");
                }
            }
        }

        return map;
    }

    private static void Common(Builder prototype, string name)
    {
        prototype.Add("has", 1, (r, s, a) => Operations.Flag(Self(r, s, name).Find(a.At(0)) is not null));
        prototype.Add("delete", 1, (r, s, a) => Operations.Flag(Self(r, s, name).Remove(a.At(0))));
        prototype.Add("clear", 0, (r, s, _) =>
        {
            Self(r, s, name).Clear();
            return JsValue.Undefined;
        });
        prototype.Add("forEach", 1, (r, s, a) =>
        {
            foreach (var (key, value) in Self(r, s, name).Entries())
            {
                r.Call(a.At(0), a.At(1), [value, key, s], "The argument of forEach");
            }

            return JsValue.Undefined;
        });
        prototype.Add("values", 0, (r, s, _) => new ScriptIterator(r, Self(r, s, name).Entries().Select(e => e.Value)));
        prototype.Getter("size", (r, s, _) => Operations.Number(Self(r, s, name).Count));
    }

    private static ScriptMap Self(Realm realm, JsValue self, string name) => self.IsObject() && self.AsObject() is ScriptMap map && map.Class == name
        ? map
        : throw realm.TypeError($"A function of {name} is called on something else");
}
