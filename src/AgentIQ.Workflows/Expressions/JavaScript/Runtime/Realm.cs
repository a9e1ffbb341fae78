using System.Diagnostics;
using System.Runtime.CompilerServices;
using Jint;
using Jint.Native;
using Jint.Native.Error;
using Jint.Native.Object;
using Jint.Runtime;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>
/// Where scripts run: the interpreter's objects and built-in functions, and the measure of what a run uses. The objects that a script
/// is given cannot be changed by it, and what it makes dies with the run, so that one run finds nothing of another.
/// </summary>
internal sealed partial class Realm
{
    private const int StepsPerLook = 256;

    private readonly Dictionary<string, JsValue> _made = new(StringComparer.Ordinal);
    private int _steps;
    private int _untilLook;
    private long _deadline;
    private long _allocated;

    public Realm()
    {
        Engine = new Engine(options => options.LocalTimeZone(TimeZoneInfo.Utc));
        RegExps = new RegExps(this);
        Install();
    }

    public Engine Engine { get; }

    public RegExps RegExps { get; }

    /// <summary>Offset in the source of what runs now.</summary>
    public int Position { get; set; }

    /// <summary>How many calls are open.</summary>
    public int Depth { get; set; }

    /// <summary>What the run may see of its workflow.</summary>
    public JavaScriptScope Host { get; private set; } = null!;

    /// <summary>Begins a run: nothing is used yet.</summary>
    public void Begin(JavaScriptScope host)
    {
        Host = host;
        _steps = 0;
        _untilLook = StepsPerLook;
        _deadline = Stopwatch.GetTimestamp() + (long)(JavaScriptLimits.Time.TotalSeconds * Stopwatch.Frequency);
        _allocated = GC.GetAllocatedBytesForCurrentThread();
        Position = 0;
        Depth = 0;
    }

    /// <summary>Ends a run: nothing of it stays.</summary>
    public void Forget()
    {
        Host = null!;
        _made.Clear();
        Joining.Clear();
    }

    /// <summary>Counts a call.</summary>
    public void Enter()
    {
        if (++Depth > JavaScriptLimits.Recursion)
        {
            throw new JavaScriptStoppedException($"more than {JavaScriptLimits.Recursion} calls inside one another");
        }

        Deeper();
        Step();
    }

    /// <summary>Before anything that may call itself: the stack must last.</summary>
    public static void Deeper()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new JavaScriptStoppedException("its calls and values are nested too deeply");
        }
    }

    /// <summary>Counts one pass of a loop, one call, one item.</summary>
    public void Step()
    {
        if (--_untilLook <= 0)
        {
            Look(StepsPerLook);
        }
    }

    /// <summary>Counts work that is done at once.</summary>
    public void Step(int count)
    {
        _untilLook -= count;
        if (_untilLook <= 0)
        {
            Look(StepsPerLook - _untilLook);
        }
    }

    public JavaScriptException TypeError(string message) => Error(Engine.TypeError, message);

    public JavaScriptException RangeError(string message) => Error(Engine.RangeError, message);

    public JavaScriptException ReferenceError(string message) => Error(Engine.ReferenceError, message);

    public JavaScriptException SyntaxError(string message) => Error(Engine.SyntaxError, message);

    public JsValue Call(JsValue function, JsValue self, JsValue[] arguments, string what) =>
        function.IsObject() && function.AsObject() is ICallable callable ? callable.Call(self, arguments) : throw TypeError($"{what} is not a function");

    public JsValue Construct(JsValue function, JsValue[] arguments, JsValue newTarget)
    {
        if (!function.IsObject() || function.AsObject() is not IConstructor constructor)
        {
            throw TypeError($"{Operations.Describe(function)} is not a constructor");
        }

        Deeper();
        Step();
        if (constructor is ScriptFunction script)
        {
            return script.Construct(arguments, newTarget);
        }

        var made = constructor.Construct(arguments);
        if (newTarget != function && newTarget.AsObject().Get("prototype") is { } prototype && prototype.IsObject())
        {
            Link(made, prototype.AsObject());
        }

        return made;
    }

    /// <summary>Lets an object inherit from another.</summary>
    public void Link(ObjectInstance child, ObjectInstance? parent)
    {
        var depth = 0;
        for (var ancestor = parent; ancestor is not null; ancestor = ancestor.Prototype)
        {
            if (ancestor == child)
            {
                throw TypeError("An object cannot inherit from itself");
            }

            if (++depth > JavaScriptLimits.Prototypes)
            {
                throw new JavaScriptStoppedException($"more than {JavaScriptLimits.Prototypes} objects inherit from one another");
            }
        }

        child.Prototype = parent;
    }

    private void Look(int since)
    {
        _steps += since;
        _untilLook = StepsPerLook;
        if (_steps > JavaScriptLimits.Steps)
        {
            throw new JavaScriptStoppedException($"more than {JavaScriptLimits.Steps} steps");
        }

        if (Stopwatch.GetTimestamp() > _deadline)
        {
            throw new JavaScriptStoppedException($"more than {JavaScriptLimits.Time.TotalSeconds} s");
        }

        if (GC.GetAllocatedBytesForCurrentThread() - _allocated > JavaScriptLimits.Memory)
        {
            throw new JavaScriptStoppedException($"more than {JavaScriptLimits.Memory / (1024 * 1024)} MB");
        }
    }

    private static JavaScriptException Error(ErrorConstructor type, string message) => new(type, message);
}
