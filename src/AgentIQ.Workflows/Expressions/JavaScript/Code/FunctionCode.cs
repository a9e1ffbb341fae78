namespace AgentIQ.Workflows.Expressions.JavaScript.Code;

/// <summary>A function, compiled.</summary>
internal sealed class FunctionCode
{
    public required string? Name { get; init; }

    public required Scope Scope { get; init; }

    public required bool IsArrow { get; init; }

    public required bool IsMethod { get; init; }

    public required bool IsClassConstructor { get; init; }

    public required bool IsDerived { get; init; }

    /// <summary>How many parameters come before the first with a default.</summary>
    public required int Length { get; init; }

    /// <summary>The source, for toString.</summary>
    public required string Source { get; init; }

    /// <summary>Where the arguments go, in order; the last may take the rest.</summary>
    public Target[] Parameters { get; set; } = [];

    public bool HasRest { get; set; }

    /// <summary>The variables that exist, undefined, from the first statement on.</summary>
    public Local[] Undefined { get; set; } = [];

    public Local? Arguments { get; set; }

    /// <summary>A function expression's own name.</summary>
    public Local? Self { get; set; }

    public Stmt[] Body { get; set; } = [];

    /// <summary>An arrow function's value without braces.</summary>
    public Expr? Value { get; set; }
}
