using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Definitions.Validation;

/// <summary>Inputs without which an activity cannot work must be given; what only running can tell is taken as given.</summary>
internal static class RequiredInputCheck
{
    public static void Check(Node node, List<Diagnostic> diagnostics)
    {
        foreach (var input in node.Descriptor.Inputs.Where(i => i.Declaration.IsRequired))
        {
            var binding = Array.Find(node.Inputs, b => b.Input == input);
            if (binding is null || binding.Expression is ConstantExpression { Value: null or "" })
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{node.Path}.{input.JsonName}", $"'{node.Id}' ({node.Descriptor.TypeName}) needs a value for {input.DisplayName}"));
            }
        }
    }
}
