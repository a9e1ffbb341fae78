using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>An expression as a statement. At the script's own level its value is what the script may give.</summary>
internal sealed class Evaluate(Expr expression, bool keepsValue) : Stmt
{
    public override Signal Run(Frame f)
    {
        var value = expression.Eval(f);
        if (keepsValue)
        {
            f.Value = value;
        }

        return Signal.Normal;
    }
}

/// <summary>Before a statement of the script's own level that gives undefined unless something inside it gives a value.</summary>
internal sealed class Valueless(Stmt inner) : Stmt
{
    public override Signal Run(Frame f)
    {
        f.Value = JsValue.Undefined;
        return inner.Run(f);
    }
}

internal sealed class Declare(Target target, Expr? value) : Stmt
{
    public override Signal Run(Frame f)
    {
        target.Assign(f, value is null ? JsValue.Undefined : value.Eval(f));
        return Signal.Normal;
    }
}

internal sealed class Several(Stmt[] statements) : Stmt
{
    public override Signal Run(Frame f)
    {
        foreach (var statement in statements)
        {
            var signal = statement.Run(f);
            if (signal != Signal.Normal)
            {
                return signal;
            }
        }

        return Signal.Normal;
    }
}

/// <summary>A block with variables of its own; they are dead until their declarations run.</summary>
internal sealed class Block(Scope scope, Local[] own, Stmt[] statements) : Stmt
{
    public override Signal Run(Frame f)
    {
        var outer = f.Env;
        if (scope.IsOpened)
        {
            f.Env = new Env(new JsValue?[scope.Slots], outer);
        }
        else
        {
            foreach (var local in own)
            {
                local.Declare(f, value: null);
            }
        }

        try
        {
            foreach (var statement in statements)
            {
                var signal = statement.Run(f);
                if (signal != Signal.Normal)
                {
                    return signal;
                }
            }

            return Signal.Normal;
        }
        finally
        {
            f.Env = outer;
        }
    }
}

internal sealed class If(Expr test, Stmt then, Stmt? otherwise) : Stmt
{
    public override Signal Run(Frame f) => Operations.IsTrue(test.Eval(f)) ? then.Run(f) : otherwise?.Run(f) ?? Signal.Normal;
}

internal sealed class Return(Expr? value) : Stmt
{
    public override Signal Run(Frame f)
    {
        f.Value = value is null ? JsValue.Undefined : value.Eval(f);
        return Signal.Return;
    }
}

internal sealed class Jump(Signal signal, string? label) : Stmt
{
    public override Signal Run(Frame f)
    {
        f.Label = label;
        return signal;
    }
}

internal sealed class Throw(Expr value, int position) : Stmt
{
    public override Signal Run(Frame f)
    {
        var error = value.Eval(f);
        f.Realm.Position = position;
        throw new ScriptThrow(error);
    }
}

/// <summary>Any statement with a label but a loop, which knows its own.</summary>
internal sealed class Labelled(string label, Stmt inner) : Stmt
{
    public override Signal Run(Frame f)
    {
        var signal = inner.Run(f);
        if (signal == Signal.Break && f.Label == label)
        {
            f.Label = null;
            return Signal.Normal;
        }

        return signal;
    }
}

/// <summary>Only what a script throws is caught: no script can catch that it was stopped.</summary>
internal sealed class Try(Stmt block, Scope? handlerScope, Target? parameter, Stmt? handler, Stmt? finalizer) : Stmt
{
    public override Signal Run(Frame f)
    {
        if (finalizer is null)
        {
            return Guarded(f);
        }

        Signal signal;
        JsValue? error = null;
        var depth = f.Realm.Depth;
        try
        {
            signal = Guarded(f);
        }
        catch (Exception e) when (ScriptThrow.ValueOf(e) is not null)
        {
            (signal, error) = (Signal.Normal, ScriptThrow.ValueOf(e));
            f.Realm.Depth = depth;
        }

        var (value, label, position) = (f.Value, f.Label, f.Realm.Position);
        var last = finalizer.Run(f);
        if (last != Signal.Normal)
        {
            return last;
        }

        (f.Value, f.Label, f.Realm.Position) = (value, label, position);
        return error is null ? signal : throw new ScriptThrow(error);
    }

    private Signal Guarded(Frame f)
    {
        if (handler is null)
        {
            return block.Run(f);
        }

        var (env, depth) = (f.Env, f.Realm.Depth);
        JsValue error;
        try
        {
            return block.Run(f);
        }
        catch (Exception e) when (ScriptThrow.ValueOf(e) is not null)
        {
            error = ScriptThrow.ValueOf(e)!;
        }

        (f.Env, f.Realm.Depth) = (env, depth);
        if (handlerScope!.IsOpened)
        {
            f.Env = new Env(new JsValue?[handlerScope.Slots], env);
        }

        try
        {
            parameter?.Assign(f, error);
            return handler.Run(f);
        }
        finally
        {
            f.Env = env;
        }
    }
}

internal sealed record Clause(Expr? Test, Stmt[] Body);

internal sealed class Switch(Expr value, Clause[] clauses) : Stmt
{
    public override Signal Run(Frame f)
    {
        var given = value.Eval(f);
        var first = Array.FindIndex(clauses, c => c.Test is not null && Operations.StrictlyEqual(given, c.Test.Eval(f)));
        first = first >= 0 ? first : Array.FindIndex(clauses, c => c.Test is null);
        for (var i = first; i >= 0 && i < clauses.Length; i++)
        {
            foreach (var statement in clauses[i].Body)
            {
                var signal = statement.Run(f);
                if (signal == Signal.Break && f.Label is null)
                {
                    return Signal.Normal;
                }

                if (signal != Signal.Normal)
                {
                    return signal;
                }
            }
        }

        return Signal.Normal;
    }
}
