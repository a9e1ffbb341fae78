using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>A loop: each pass costs a step, and a break or continue reaches it without a label or with one of its own.</summary>
internal abstract class Loop(string[] labels, Stmt body) : Stmt
{
    /// <returns>Null to go on, else how the loop ends.</returns>
    protected Signal? Pass(Frame f)
    {
        f.Realm.Step();
        var signal = body.Run(f);
        switch (signal)
        {
            case Signal.Normal:
                return null;
            case Signal.Break when IsMine(f):
                f.Label = null;
                return Signal.Normal;
            case Signal.Continue when IsMine(f):
                f.Label = null;
                return null;
            default:
                return signal;
        }
    }

    private bool IsMine(Frame f) => f.Label is null || Array.IndexOf(labels, f.Label) >= 0;
}

internal sealed class While(Expr test, string[] labels, Stmt body) : Loop(labels, body)
{
    public override Signal Run(Frame f)
    {
        while (Operations.IsTrue(test.Eval(f)))
        {
            if (Pass(f) is { } end)
            {
                return end;
            }
        }

        return Signal.Normal;
    }
}

internal sealed class DoWhile(Expr test, string[] labels, Stmt body) : Loop(labels, body)
{
    public override Signal Run(Frame f)
    {
        do
        {
            if (Pass(f) is { } end)
            {
                return end;
            }
        }
        while (Operations.IsTrue(test.Eval(f)));
        return Signal.Normal;
    }
}

/// <summary>A for. Where closures keep its variables, each pass has its own copy of them.</summary>
internal sealed class For(Scope scope, bool hasOwnPerPass, Stmt? init, Expr? test, Expr? update, string[] labels, Stmt body) : Loop(labels, body)
{
    public override Signal Run(Frame f)
    {
        var outer = f.Env;
        var copies = scope.IsOpened && hasOwnPerPass;
        if (scope.IsOpened)
        {
            f.Env = new Env(new JsValue?[scope.Slots], outer);
        }

        try
        {
            init?.Run(f);
            if (copies)
            {
                f.Env = new Env([.. f.Env.Slots], outer);
            }

            while (true)
            {
                if (test is not null && !Operations.IsTrue(test.Eval(f)))
                {
                    return Signal.Normal;
                }

                if (Pass(f) is { } end)
                {
                    return end;
                }

                if (update is not null)
                {
                    if (copies)
                    {
                        f.Env = new Env([.. f.Env.Slots], outer);
                    }

                    update.Eval(f);
                }
            }
        }
        finally
        {
            f.Env = outer;
        }
    }
}

internal sealed class ForEach(Scope scope, Local[] own, Target target, Expr items, bool isOf, string[] labels, Stmt body, int position) : Loop(labels, body)
{
    public override Signal Run(Frame f)
    {
        var outer = f.Env;
        try
        {
            Open(f, outer);
            var value = items.Eval(f);
            f.Realm.Position = position;
            foreach (var item in isOf ? f.Realm.Iterate(value) : f.Realm.EnumerateKeys(value))
            {
                f.Env = outer;
                Open(f, outer);
                target.Assign(f, item);
                if (Pass(f) is { } end)
                {
                    return end;
                }
            }

            return Signal.Normal;
        }
        finally
        {
            f.Env = outer;
        }
    }

    private void Open(Frame f, Env outer)
    {
        if (scope.IsOpened)
        {
            f.Env = new Env(new JsValue?[scope.Slots], outer);
        }

        foreach (var local in own)
        {
            local.Declare(f, value: null);
        }
    }
}
