namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <content>Patterns: read as such, or made of what was first read as a literal.</content>
internal sealed partial class Parser
{
    private Node BindingTarget() => _token switch
    {
        { Kind: TokenKind.Punctuator, Text: "[" } => BindingArray(),
        { Kind: TokenKind.Punctuator, Text: "{" } => BindingObject(),
        _ => BindingName(),
    };

    private Node BindingElement()
    {
        var start = _token.Start;
        Enter(start);
        var target = BindingTarget();
        _depth--;
        return Eat("=") ? new DefaultPattern(start, target, Assignment()) : target;
    }

    private ArrayPattern BindingArray()
    {
        var start = Advance().Start;
        var elements = new List<Node?>();
        while (!_token.Is("]"))
        {
            var item = _token.Start;
            if (Eat(","))
            {
                elements.Add(null);
                continue;
            }

            if (Eat("..."))
            {
                elements.Add(new RestElement(item, BindingTarget()));
                break;
            }

            elements.Add(BindingElement());
            if (!_token.Is("]"))
            {
                Expect(",");
            }
        }

        Expect("]");
        return new ArrayPattern(start, [.. elements]);
    }

    private ObjectPattern BindingObject()
    {
        var start = Advance().Start;
        var properties = new List<Property>();
        Node? rest = null;
        while (!_token.Is("}"))
        {
            if (Eat("..."))
            {
                rest = BindingName();
                break;
            }

            var item = _token.Start;
            var isName = _token.Kind == TokenKind.Name;
            var isReserved = Reserved.Contains(_token.Text);
            var (key, isComputed) = PropertyKey();
            if (Eat(":"))
            {
                properties.Add(new Property(item, key, isComputed, BindingElement(), PropertyKind.Value, IsShorthand: false));
            }
            else if (isName && !isReserved && !isComputed)
            {
                Node value = Eat("=") ? new DefaultPattern(item, key, Assignment()) : key;
                properties.Add(new Property(item, key, IsComputed: false, value, PropertyKind.Value, IsShorthand: true));
            }
            else
            {
                throw Unexpected("expected ':' and a name");
            }

            if (!_token.Is("}"))
            {
                Expect(",");
            }
        }

        Expect("}");
        return new ObjectPattern(start, [.. properties], rest);
    }

    /// <param name="node">What was read as an expression.</param>
    /// <param name="isBinding">It declares parameters, so it may hold names alone.</param>
    private Node ToPattern(Node node, bool isBinding)
    {
        if (isBinding && IsParenthesised(node))
        {
            throw Error(node.Start, "brackets are not allowed around a parameter");
        }

        switch (node)
        {
            case Identifier:
                return node;
            case MemberExpression when !isBinding:
                return node;
            case RestElement or DefaultPattern or ArrayPattern or ObjectPattern:
                return node is DefaultPattern given ? given with { Target = ToPattern(given.Target, isBinding) } : node;
            case AssignmentExpression { Operator: "=" } assignment when !IsParenthesised(node):
                return new DefaultPattern(node.Start, ToPattern(assignment.Target, isBinding), assignment.Value);
            case ArrayLiteral array when !IsParenthesised(node):
                return new ArrayPattern(node.Start, [.. array.Elements.Select((e, i) => e is SpreadElement spread
                    ? i == array.Elements.Length - 1 ? new RestElement(e.Start, ToPattern(spread.Argument, isBinding)) : throw Error(e.Start, "'...rest' is the last element")
                    : e is null ? null : ToPattern(e, isBinding))]);
            case ObjectLiteral literal when !IsParenthesised(node):
                return ToObjectPattern(literal, isBinding);
            default:
                throw Error(node.Start, isBinding ? "expected a parameter's name or pattern" : "only a variable, a property or a pattern of them can be assigned to");
        }
    }

    private ObjectPattern ToObjectPattern(ObjectLiteral literal, bool isBinding)
    {
        var properties = new List<Property>();
        Node? rest = null;
        foreach (var item in literal.Properties)
        {
            if (rest is not null)
            {
                throw Error(rest.Start, "'...rest' is the last element");
            }

            if (item is SpreadElement spread)
            {
                rest = ToPattern(spread.Argument, isBinding);
            }
            else if (item is Property { Kind: PropertyKind.Value } property)
            {
                properties.Add(property with { Value = ToPattern(property.Value, isBinding) });
            }
            else
            {
                throw Error(item.Start, "a pattern holds no methods");
            }
        }

        return new ObjectPattern(literal.Start, [.. properties], rest);
    }

    private void RefuseDuplicates(Node[] parameters)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in PatternNames.Of(parameters))
        {
            if (!seen.Add(name.Name))
            {
                throw Error(name.Start, $"the parameter '{name.Name}' appears twice");
            }
        }
    }
}
