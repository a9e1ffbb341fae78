using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;

namespace AgentIQ.Workflows.Expressions.JavaScript.Runtime;

/// <summary>A function of a script: its code and the scope it was made in.</summary>
internal sealed class ScriptFunction : FunctionInstance, IConstructor
{
    private readonly Realm _realm;
    private readonly Env _env;
    private readonly Frame? _captured;

    /// <param name="realm">Where it runs.</param>
    /// <param name="code">What it does.</param>
    /// <param name="env">The scope it was made in.</param>
    /// <param name="captured">Of an arrow function: the frame whose <c>this</c> it has.</param>
    /// <param name="home">Of a method: the object that <c>super</c> starts from.</param>
    /// <param name="name">Its name.</param>
    public ScriptFunction(Realm realm, FunctionCode code, Env env, Frame? captured, ObjectInstance? home, string name)
        : base(realm.Engine, [], scope: null, strict: false)
    {
        _realm = realm;
        _env = env;
        _captured = captured;
        Code = code;
        Home = home;
        Extensible = true;
        Prototype = realm.Engine.Function.PrototypeObject;
        FastAddProperty("length", Operations.Number(code.Length), writable: false, enumerable: false, configurable: true);
        FastAddProperty("name", new JsValue(name), writable: false, enumerable: false, configurable: true);
        if (!code.IsArrow && !code.IsMethod && !code.IsClassConstructor)
        {
            var prototype = realm.Object();
            prototype.FastAddProperty("constructor", this, writable: true, enumerable: false, configurable: true);
            FastAddProperty("prototype", prototype, writable: true, enumerable: false, configurable: false);
        }
    }

    public FunctionCode Code { get; }

    public ObjectInstance? Home { get; }

    /// <summary>Of a class: the fields that each instance gets.</summary>
    public (string Key, ScriptFunction? Value)[] Fields { get; set; } = [];

    public override JsValue Call(JsValue thisObject, JsValue[] arguments)
    {
        if (Code.IsClassConstructor)
        {
            throw _realm.TypeError($"The class '{Get("name").AsString()}' is called without 'new'");
        }

        return Run(thisObject, JsValue.Undefined, arguments).Value;
    }

    public ObjectInstance Construct(JsValue[] arguments) => Construct(arguments, this);

    public ObjectInstance Construct(JsValue[] arguments, JsValue newTarget)
    {
        if (Code.IsArrow || Code.IsMethod)
        {
            throw _realm.TypeError($"'{Get("name").AsString()}' is not a constructor");
        }

        JsValue? self = null;
        if (!Code.IsDerived)
        {
            var made = _realm.Object();
            if (newTarget.AsObject().Get("prototype") is { } prototype && prototype.IsObject())
            {
                _realm.Link(made, prototype.AsObject());
            }

            InitialiseFields(made);
            self = made;
        }

        var frame = Run(self, newTarget, arguments);
        if (frame.Value.IsObject())
        {
            return frame.Value.AsObject();
        }

        return frame.This?.AsObject() ?? throw _realm.ReferenceError("The constructor of a derived class must call super(...)");
    }

    public void InitialiseFields(ObjectInstance instance)
    {
        foreach (var (key, value) in Fields)
        {
            ObjectValue.Define(instance, key, value?.Call(instance, []) ?? JsValue.Undefined, PropertyKind.Value, enumerable: true);
        }
    }

    private Frame Run(JsValue? self, JsValue newTarget, JsValue[] arguments)
    {
        _realm.Enter();
        var env = new Env(Code.Scope.Slots == 0 ? [] : new JsValue?[Code.Scope.Slots], _env);
        var frame = new Frame(_realm, env, this, arguments, _captured) { This = self, NewTarget = newTarget };
        foreach (var local in Code.Undefined)
        {
            local.Declare(frame, JsValue.Undefined);
        }

        Code.Self?.Declare(frame, this);
        Code.Arguments?.Declare(frame, _realm.ArgumentsObject(arguments));
        Bind(frame, arguments);
        if (Code.Value is not null)
        {
            frame.Value = Code.Value.Eval(frame);
        }
        else
        {
            foreach (var statement in Code.Body)
            {
                if (statement.Run(frame) == Signal.Return)
                {
                    break;
                }
            }
        }

        _realm.Depth--;
        return frame;
    }

    private void Bind(Frame frame, JsValue[] arguments)
    {
        var parameters = Code.Parameters;
        var plain = Code.HasRest ? parameters.Length - 1 : parameters.Length;
        for (var i = 0; i < plain; i++)
        {
            parameters[i].Assign(frame, i < arguments.Length ? arguments[i] : JsValue.Undefined);
        }

        if (Code.HasRest)
        {
            parameters[^1].Assign(frame, _realm.Array(arguments.Skip(plain)));
        }
    }
}
