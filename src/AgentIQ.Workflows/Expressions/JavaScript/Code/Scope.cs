namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>A name in a scope.</summary>
internal sealed class Binding(string name, Scope scope, bool isConstant, bool isVar)
{
    public string Name { get; } = name;

    public Scope Scope { get; } = scope;

    public bool IsConstant { get; } = isConstant;

    /// <summary>Declared by var, as a parameter or as a function of the function's own level: it may be declared again and is never dead.</summary>
    public bool IsVar { get; } = isVar;

    /// <summary>Where the slot lies: its own scope, or the function's where no closure needs the scope for itself.</summary>
    public Scope Host => Scope.IsOpened ? Scope : Scope.Function;

    public int Slot { get; set; }
}

/// <summary>
/// A scope as the script is written. A block whose variables no closure keeps is not opened when it runs: its slots lie in the function's.
/// </summary>
internal sealed class Scope
{
    private readonly Dictionary<string, Binding> _bindings = new(StringComparer.Ordinal);
    private int _slots;

    public Scope(Scope? outer, bool isFunction, bool isArrow = false)
    {
        Outer = outer;
        IsFunction = isFunction;
        IsArrow = isArrow;
        Function = isFunction ? this : outer!.Function;
        IsOpened = isFunction;
    }

    public Scope? Outer { get; }

    public Scope Function { get; }

    public bool IsFunction { get; }

    public bool IsArrow { get; }

    public bool IsOpened { get; private set; }

    public int Slots => _slots;

    public Binding? Arguments { get; private set; }

    public IEnumerable<Binding> Bindings => _bindings.Values;

    public Binding? Own(string name) => _bindings.GetValueOrDefault(name);

    public Binding Declare(string name, bool isConstant, bool isVar)
    {
        var binding = new Binding(name, this, isConstant, isVar);
        _bindings[name] = binding;
        return binding;
    }

    /// <summary>Finds a name from here outwards, and notes when a closure reaches for it.</summary>
    public Binding? Resolve(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            var binding = scope.Own(name);
            if (binding is null && name == "arguments" && scope is { IsFunction: true, IsArrow: false, Outer: not null })
            {
                binding = scope.Arguments = scope.Declare(name, isConstant: false, isVar: true);
            }

            if (binding is not null)
            {
                if (scope.Function != Function)
                {
                    scope.IsOpened = true;
                }

                return binding;
            }
        }

        return null;
    }

    /// <summary>Gives every name its slot, once it is known which scopes are opened; outer scopes first.</summary>
    public void Lay()
    {
        foreach (var binding in _bindings.Values)
        {
            binding.Slot = binding.Host._slots++;
        }
    }

    /// <summary>How many opened scopes lie between here and the binding's.</summary>
    public int HopsTo(Binding binding)
    {
        var hops = 0;
        for (var scope = this; scope != binding.Host; scope = scope!.Outer)
        {
            hops += scope!.IsOpened ? 1 : 0;
        }

        return hops;
    }
}
