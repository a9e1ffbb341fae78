using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;

/// <summary>Functions of functions.</summary>
internal static class FunctionLibrary
{
    public static void Install(Builder prototype)
    {
        prototype.Add("call", 1, static (r, s, a) => r.Call(s, a.At(0), [.. a.Skip(1)], "What is called here"));
        prototype.Add("apply", 2, static (r, s, a) =>
        {
            if (Operations.IsNothing(a.At(1)))
            {
                return r.Call(s, a.At(0), [], "What is called here");
            }

            if (!a[1].IsObject())
            {
                throw r.TypeError("apply expects an array of arguments");
            }

            r.CheckArrayLength(Operations.Length(a[1].AsObject()));
            return r.Call(s, a.At(0), [.. r.Items(a[1].AsObject())], "What is called here");
        });
        prototype.Add("bind", 1, static (r, s, a) =>
        {
            if (!s.IsObject() || s.AsObject() is not ICallable)
            {
                throw r.TypeError("bind is called on something that is no function");
            }

            var first = a.Skip(1).ToArray();
            return new NativeFunction(r, "bound", 0, (realm, _, rest) => realm.Call(s, a.At(0), [.. first, .. rest], "What is called here"));
        });
        prototype.Add("toString", 0, static (_, s, _) => new JsValue(s.IsObject() && s.AsObject() is ScriptFunction script
            ? script.Code.Source
            : $"function {(s.IsObject() && s.AsObject() is NativeFunction native ? native.Get("name").AsString() : string.Empty)}() {{ [native code] }}"));
    }

}
