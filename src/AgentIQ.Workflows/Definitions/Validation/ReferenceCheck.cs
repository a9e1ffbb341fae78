using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions.Validation;

/// <summary>Variables and workflow inputs that an activity names must be declared where it can reach them.</summary>
internal static class ReferenceCheck
{
    public static void Check(Node node, Declarations declared, List<Diagnostic> diagnostics)
    {
        foreach (var binding in node.Inputs)
        {
            Check(binding.Expression, $"{node.Path}.{binding.Input.JsonName}", node, declared, diagnostics);
        }

        foreach (var output in node.Outputs.Where(o => !declared.HasVariable(node, o.Target) && !declared.HasOutput(o.Target)))
        {
            diagnostics.Add(new Diagnostic(
                DiagnosticSeverity.Warning, $"{node.Path}.{output.Output.JsonName}", $"is bound to '{output.Target}', which is no variable that '{node.Id}' can reach and no declared output: it becomes an output of that name"));
        }
    }

    private static void Check(CompiledExpression expression, string path, Node node, Declarations declared, List<Diagnostic> diagnostics)
    {
        switch (expression)
        {
            case VariableExpression variable when !declared.HasVariable(node, variable.Id):
                diagnostics.Add(Unknown(path, node, variable.Id, variable.Name));
                break;
            case InputExpression input when !declared.HasInput(input.Name):
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, path, $"the workflow has no input '{input.Name}': declare it, or choose another"));
                break;
            case ConstantExpression { Value: VariableReference reference } when !declared.HasVariable(node, reference.Id ?? string.Empty):
                diagnostics.Add(Unknown(path, node, reference.Id ?? string.Empty, reference.Name ?? string.Empty));
                break;
            case ConstantExpression { Value: SwitchCase[] cases }:
                for (var i = 0; i < cases.Length; i++)
                {
                    Check(cases[i].Condition, $"{path}[{i}].condition", node, declared, diagnostics);
                }

                break;
        }
    }

    private static Diagnostic Unknown(string path, Node node, string id, string name) =>
        new(DiagnosticSeverity.Error, path, $"'{node.Id}' can reach no variable '{name}' (id '{id}'): declare it in the workflow or in a container around the activity, or choose another");
}
