using System.Runtime.CompilerServices;
using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;

namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <summary>
/// Turns a parsed script into what runs: names become slots, and whatever can be known to fail does so here, with line and column.
/// </summary>
internal sealed partial class ScriptCompiler
{
    private const int MaxDepth = 400;

    private readonly SourceText _source;
    private readonly List<Scope> _scopes = [];
    private readonly List<Local> _locals = [];
    private Scope _scope;
    private Labels _labels = Labels.None;
    private FunctionRole? _superRole;
    private bool _isScriptLevel = true;
    private int _depth;

    private ScriptCompiler(SourceText source)
    {
        _source = source;
        _scope = Open(isFunction: true);
    }

    public static CompiledScript Compile(SourceText source)
    {
        var script = Parser.Parse(source);
        var compiler = new ScriptCompiler(source);
        var undefined = compiler.DeclareVariables(script.Body, script);
        var functions = compiler.DeclareBlock(script.Body, isFunctionLevel: true);
        var body = new[] { functions, compiler.List(script.Body) }.SelectMany(s => s).ToArray();
        foreach (var scope in compiler._scopes)
        {
            scope.Lay();
        }

        foreach (var local in compiler._locals)
        {
            local.Lay();
        }

        return new CompiledScript(source, compiler._scope, undefined, body);
    }

    private Scope Open(bool isFunction, bool isArrow = false)
    {
        _scope = new Scope(_scope, isFunction, isArrow);
        _scopes.Add(_scope);
        return _scope;
    }

    private void Close() => _scope = _scope.Outer!;

    private Local Reference(Binding binding, int position)
    {
        var local = new Local(binding, _scope, position);
        _locals.Add(local);
        return local;
    }

    private Expr Name(Identifier name)
    {
        if (_scope.Resolve(name.Name) is { } binding)
        {
            return Reference(binding, name.Start);
        }

        return name.Name switch
        {
            "eval" => throw Error(name, "'eval' is not supported: a script cannot make code from text"),
            "Promise" => throw Error(name, "'Promise' is not supported: a script runs to its end at once; use an activity for what takes time"),
            "setTimeout" or "setInterval" => throw Error(name, $"'{name.Name}' is not supported; use the activity Delay"),
            "fetch" or "XMLHttpRequest" => throw Error(name, $"'{name.Name}' is not supported; use the activity SendHttpRequest"),
            "require" => throw Error(name, "'require' is not supported: a script has no modules"),
            "getConfig" => throw Error(name, "'getConfig' is off: scripts do not read the server's configuration; use a variable or an input"),
            _ => new Global(name.Name, name.Start),
        };
    }

    private JavaScriptSyntaxException Error(Node node, string message) => _source.Error(node.Start, message);

    private void Enter(Node node)
    {
        if (++_depth > MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw Error(node, "the script is nested too deeply; split it into statements");
        }
    }
}
