using Jint.Native;
using Jint.Native.Array;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Functions of Object. Those that change an object leave the built-in ones alone.</summary>
internal static class ObjectLibrary
{
    public static void Install(Realm realm, Builder constructor)
    {
        constructor.Add("assign", 2, static (r, _, a) =>
        {
            var target = r.Changeable(Object(r, a.At(0), "Object.assign"));
            foreach (var source in a.Skip(1).Where(s => !Operations.IsNothing(s)))
            {
                foreach (var key in r.OwnKeys(source).ToArray())
                {
                    Operations.Put(r, target, key, Operations.Get(r, source, key));
                }
            }

            return target;
        });
        constructor.Add("keys", 1, static (r, _, a) => r.Array(Keys(r, a, "Object.keys").Select(k => new JsValue(k))));
        constructor.Add("getOwnPropertyNames", 1, static (r, _, a) => r.Array(Object(r, a.At(0), "Object.getOwnPropertyNames").GetOwnProperties().Select(p => new JsValue(p.Key)).ToArray()));
        constructor.Add("values", 1, static (r, _, a) => r.Array(Keys(r, a, "Object.values").ToArray().Select(k => Operations.Get(r, a[0], k))));
        constructor.Add("entries", 1, static (r, _, a) => r.Array(Keys(r, a, "Object.entries").ToArray().Select(k => (JsValue)r.Array([new JsValue(k), Operations.Get(r, a[0], k)]))));
        constructor.Add("fromEntries", 1, static (r, _, a) =>
        {
            var made = r.Object();
            foreach (var entry in r.Iterate(a.At(0)))
            {
                Code.ObjectValue.Define(made, Operations.ToKey(r, Operations.Get(r, entry, "0")), Operations.Get(r, entry, "1"), Syntax.PropertyKind.Value, enumerable: true);
            }

            return made;
        });
        constructor.Add("is", 2, static (_, _, a) => Operations.Flag(Operations.SameValue(a.At(0), a.At(1), zeros: true)));
        constructor.Add("hasOwn", 2, static (r, _, a) => Operations.Flag(a.At(0).IsString() || Object(r, a.At(0), "Object.hasOwn").HasOwnProperty(Operations.ToKey(r, a.At(1)))));
        constructor.Add("create", 2, static (r, _, a) =>
        {
            var made = r.Object();
            r.Link(made, a.At(0).IsNull() ? null : Object(r, a.At(0), "Object.create"));
            return a.At(1).IsUndefined() ? made : r.Engine.Object.DefineProperties(JsValue.Undefined, [made, a[1]]);
        });
        constructor.Add("setPrototypeOf", 2, static (r, _, a) =>
        {
            r.Link(r.Changeable(Object(r, a.At(0), "Object.setPrototypeOf")), a.At(1).IsNull() ? null : Object(r, a.At(1), "Object.setPrototypeOf"));
            return a[0];
        });
        Guard(realm, constructor, "defineProperty", 3);
        Guard(realm, constructor, "defineProperties", 2);
        Guard(realm, constructor, "freeze", 1);
        Guard(realm, constructor, "seal", 1);
        Guard(realm, constructor, "preventExtensions", 1);
    }

    /// <summary>Keeps a function of the interpreter from changing what all runs share, and an array from growing beyond its limit.</summary>
    private static void Guard(Realm realm, Builder constructor, string name, int length)
    {
        var inner = (ICallable)constructor.Target.Get(name).AsObject();
        constructor.Add(name, length, (r, self, a) =>
        {
            if (a.At(0).IsObject())
            {
                var target = r.Changeable(a[0].AsObject());
                if (target is ArrayInstance)
                {
                    RefuseOnArray(r, name, a);
                }

                r.Step(1 + target.GetOwnProperties().Count());
            }
            else if (name is "freeze" or "seal" or "preventExtensions")
            {
                return a.At(0);
            }

            return inner.Call(self, a);
        });
    }

    private static void RefuseOnArray(Realm realm, string name, JsValue[] arguments)
    {
        if (name == "defineProperties" || (name == "defineProperty" && (Operations.ToKey(realm, arguments.At(1)) == "length" || double.TryParse(Operations.ToKey(realm, arguments.At(1)), System.Globalization.CultureInfo.InvariantCulture, out _))))
        {
            throw realm.TypeError("Object.defineProperty does not change the items or the length of an array; assign to them");
        }
    }

    private static ObjectInstance Object(Realm realm, JsValue value, string name) => value.IsObject() ? value.AsObject() : throw realm.TypeError($"{name} expects an object, not {Operations.Describe(value)}");

    private static IEnumerable<string> Keys(Realm realm, JsValue[] arguments, string name) => Operations.IsNothing(arguments.At(0))
        ? throw realm.TypeError($"{name} expects an object, not {Operations.Describe(arguments.At(0))}")
        : realm.OwnKeys(arguments[0]);
}
