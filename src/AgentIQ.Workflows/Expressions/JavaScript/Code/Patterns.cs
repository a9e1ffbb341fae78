using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>A target with a default for undefined.</summary>
internal sealed class DefaultTarget(Target inner, Expr value) : Target
{
    public override void Assign(Frame f, JsValue given) => inner.Assign(f, given.IsUndefined() ? value.Eval(f) : given);
}

internal sealed record ObjectTargetPart(Expr Key, Target Target);

internal sealed class ObjectTarget(ObjectTargetPart[] parts, Target? rest, int position) : Target
{
    public override void Assign(Frame f, JsValue value)
    {
        f.Realm.Position = position;
        if (Operations.IsNothing(value))
        {
            throw f.Realm.TypeError($"Cannot destructure {Operations.Describe(value)}: an object is expected");
        }

        var taken = rest is null ? null : new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            var key = Operations.ToKey(f.Realm, part.Key.Eval(f));
            taken?.Add(key);
            f.Realm.Position = position;
            part.Target.Assign(f, Operations.Get(f.Realm, value, key));
        }

        if (rest is not null)
        {
            var others = f.Realm.Object();
            f.Realm.CopyProperties(value, others, taken);
            rest.Assign(f, others);
        }
    }
}

internal sealed class ArrayTarget(Target?[] elements, Target? rest, int position) : Target
{
    public override void Assign(Frame f, JsValue value)
    {
        f.Realm.Position = position;
        using var items = f.Realm.Iterate(value).GetEnumerator();
        foreach (var element in elements)
        {
            var item = items.MoveNext() ? items.Current : JsValue.Undefined;
            element?.Assign(f, item);
        }

        if (rest is not null)
        {
            var others = new List<JsValue>();
            while (items.MoveNext())
            {
                others.Add(items.Current);
            }

            rest.Assign(f, f.Realm.Array(others));
        }
    }
}
