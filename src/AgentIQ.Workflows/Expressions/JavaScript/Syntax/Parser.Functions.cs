namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <content>Functions, classes and the properties of objects.</content>
internal sealed partial class Parser
{
    private FunctionNode Function(bool isDeclaration)
    {
        var start = Advance().Start;
        if (_token.Is("*"))
        {
            throw Error(_token.Start, "generators are not supported; build an array instead");
        }

        var name = isDeclaration || !_token.Is("(") ? BindingName().Name : null;
        var parameters = Parameters();
        var body = FunctionBody();
        return new FunctionNode(start, _lastEnd, name, parameters, body, IsArrow: false, isDeclaration, FunctionRole.Plain);
    }

    private Node[] Parameters()
    {
        Expect("(");
        var list = new List<Node>();
        while (!_token.Is(")"))
        {
            var start = _token.Start;
            if (Eat("..."))
            {
                list.Add(new RestElement(start, BindingTarget()));
                if (!_token.Is(")"))
                {
                    throw Unexpected("'...rest' is the last parameter");
                }

                break;
            }

            list.Add(BindingElement());
            if (!_token.Is(")"))
            {
                Expect(",");
            }
        }

        Advance();
        if (list.Exists(p => p is not Identifier))
        {
            RefuseDuplicates([.. list]);
        }

        return [.. list];
    }

    private BlockStatement FunctionBody()
    {
        var (arrow, cover) = (_arrowStart, _coverDefault);
        _coverDefault = -1;
        var body = Block();
        (_arrowStart, _coverDefault) = (arrow, cover);
        return body;
    }

    private FunctionNode MethodFunction(int start, FunctionRole role)
    {
        var parameters = Parameters();
        var body = FunctionBody();
        return new FunctionNode(start, _lastEnd, Name: null, parameters, body, IsArrow: false, IsDeclaration: false, role);
    }

    private ObjectLiteral Object()
    {
        var start = Advance().Start;
        var properties = new List<Node>();
        while (!_token.Is("}"))
        {
            var item = _token.Start;
            properties.Add(Eat("...") ? new SpreadElement(item, Assignment(isCover: true)) : ObjectProperty());
            if (!_token.Is("}"))
            {
                Expect(",");
            }
        }

        Advance();
        return new ObjectLiteral(start, [.. properties]);
    }

    private Property ObjectProperty()
    {
        var start = _token.Start;
        var first = _token;
        RefuseGeneratorMethod();
        var (key, isComputed) = PropertyKey();
        if (first.Kind == TokenKind.Name && first.Text is "get" or "set" or "async" && !_token.Is(",") && !_token.Is(":") && !_token.Is("(") && !_token.Is("}") && !_token.Is("="))
        {
            if (first.Text == "async")
            {
                throw Asynchronous(start);
            }

            (key, isComputed) = PropertyKey();
            return new Property(start, key, isComputed, Accessor(first.Text, _token.Start), first.Text == "get" ? PropertyKind.Get : PropertyKind.Set, IsShorthand: false);
        }

        if (_token.Is("("))
        {
            return new Property(start, key, isComputed, MethodFunction(start, FunctionRole.Method), PropertyKind.Method, IsShorthand: false);
        }

        if (Eat(":"))
        {
            return new Property(start, key, isComputed, Assignment(isCover: true), PropertyKind.Value, IsShorthand: false);
        }

        if (isComputed || key is not Identifier name || Reserved.Contains(name.Name))
        {
            throw Unexpected("expected ':' and a value");
        }

        if (_token.Is("="))
        {
            var at = Advance().Start;
            var value = Assignment();
            _coverDefault = _coverDefault >= 0 ? _coverDefault : at;
            return new Property(start, key, IsComputed: false, new DefaultPattern(start, name, value), PropertyKind.Value, IsShorthand: true);
        }

        return new Property(start, key, IsComputed: false, name, PropertyKind.Value, IsShorthand: true);
    }

    private FunctionNode Accessor(string kind, int start)
    {
        var function = MethodFunction(start, FunctionRole.Method);
        return function.Parameters.Length == (kind == "get" ? 0 : 1) ? function : throw Error(start, kind == "get" ? "a getter has no parameters" : "a setter has exactly one parameter");
    }

    private void RefuseGeneratorMethod()
    {
        if (_token.Is("*"))
        {
            throw Error(_token.Start, "generators are not supported; build an array instead");
        }
    }

    private (Node Key, bool IsComputed) PropertyKey()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Name:
                Advance();
                return (new Identifier(token.Start, token.Text), false);
            case TokenKind.Text:
                Advance();
                return (new StringLiteral(token.Start, token.Text), false);
            case TokenKind.Number:
                Advance();
                return (new NumberLiteral(token.Start, token.Number), false);
            case TokenKind.Punctuator when token.Text == "[":
                Advance();
                var key = Assignment();
                Expect("]");
                return (key, true);
            default:
                throw Unexpected("expected the name of a property");
        }
    }

    private ClassNode Class(bool isDeclaration)
    {
        var start = Advance().Start;
        var name = isDeclaration || (_token.Kind == TokenKind.Name && _token.Text != "extends") ? BindingName().Name : null;
        var parentStart = _token.Start;
        Node? parent = null;
        if (EatName("extends"))
        {
            parentStart = _token.Start;
            parent = Subscripts(Primary(), parentStart);
        }

        Expect("{");
        FunctionNode? constructor = null;
        var members = new List<ClassMember>();
        while (!Eat("}"))
        {
            if (Eat(";"))
            {
                continue;
            }

            var member = Member(parent is not null);
            if (member is { Key: Identifier { Name: "constructor" } or StringLiteral { Value: "constructor" }, IsComputed: false, IsStatic: false })
            {
                if (constructor is not null || member.Kind != PropertyKind.Method)
                {
                    throw Error(member.Start, "a class has one constructor, written as a method");
                }

                constructor = (FunctionNode)member.Value!;
            }
            else
            {
                members.Add(member);
            }
        }

        return new ClassNode(start, _lastEnd, name, parent, constructor, [.. members], isDeclaration);
    }

    private ClassMember Member(bool isDerived)
    {
        var start = _token.Start;
        RefuseGeneratorMethod();
        var first = _token;
        var (key, isComputed) = PropertyKey();
        var isStatic = false;
        if (first.IsName("static") && !EndsKey())
        {
            isStatic = true;
            if (_token.Is("{"))
            {
                throw Error(start, "static blocks are not supported; set the properties behind the class");
            }

            RefuseGeneratorMethod();
            first = _token;
            (key, isComputed) = PropertyKey();
        }

        if (first.Kind == TokenKind.Name && first.Text is "get" or "set" or "async" && !EndsKey() && !_token.AfterNewline)
        {
            RefuseGeneratorMethod();
            if (first.Text == "async")
            {
                throw Asynchronous(first.Start);
            }

            (key, isComputed) = PropertyKey();
            return new ClassMember(start, key, isComputed, Accessor(first.Text, _token.Start), first.Text == "get" ? PropertyKind.Get : PropertyKind.Set, isStatic);
        }

        if (_token.Is("("))
        {
            var isConstructor = !isStatic && !isComputed && key is Identifier { Name: "constructor" } or StringLiteral { Value: "constructor" };
            var role = !isConstructor ? FunctionRole.Method : isDerived ? FunctionRole.DerivedConstructor : FunctionRole.Constructor;
            return new ClassMember(start, key, isComputed, MethodFunction(start, role), PropertyKind.Method, isStatic);
        }

        return Field(start, key, isComputed, isStatic);
    }

    private ClassMember Field(int start, Node key, bool isComputed, bool isStatic)
    {
        FunctionNode? value = null;
        if (Eat("="))
        {
            var valueStart = _token.Start;
            var expression = Assignment();
            value = new FunctionNode(valueStart, _lastEnd, Name: null, [], expression, IsArrow: false, IsDeclaration: false, FunctionRole.Method);
        }

        Semicolon();
        return new ClassMember(start, key, isComputed, value, PropertyKind.Value, isStatic);
    }

    private bool EndsKey() => _token.Kind == TokenKind.End || _token.Is("(") || _token.Is("=") || _token.Is(";") || _token.Is("}");
}
