using AgentIQ.Workflows.Activities.Builtin;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Http.Incoming;

/// <summary>Reads what a definition says literally about its endpoints, and checks it.</summary>
internal static class EndpointReader
{
    private static readonly IServiceProvider NoServices = new ServiceCollection().BuildServiceProvider();

    /// <summary>Who may call decides the installation by what is published, so these may not be computed.</summary>
    private static readonly string[] Literal = [nameof(HttpEndpoint.Authorize), nameof(HttpEndpoint.Policy)];

    /// <summary>The endpoint with its literal inputs. One whose access is computed lets nobody in that is not signed in.</summary>
    public static HttpEndpoint Read(Node node)
    {
        var endpoint = (HttpEndpoint)node.Descriptor.Create(NoServices);
        foreach (var input in node.Inputs.Where(i => i.Expression is ConstantExpression))
        {
            input.Input.Set(endpoint, ValueConverter.Convert(((ConstantExpression)input.Expression).Value, input.Input.Type));
        }

        endpoint.Authorize |= node.Inputs.Any(IsComputedAccess);
        return endpoint;
    }

    public static void Check(IEnumerable<Node> nodes, List<Diagnostic> diagnostics)
    {
        foreach (var node in nodes.Where(n => n.Descriptor.ClrType == typeof(HttpEndpoint)))
        {
            foreach (var input in node.Inputs.Where(i => IsComputedAccess(i) || (node.CanStartWorkflow && i.Input.Name == nameof(HttpEndpoint.Path) && i.Expression is not ConstantExpression)))
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{node.NodeId}.{input.Input.Name}", "must be a literal: it is read when the version is published"));
            }

            if (node.Inputs.FirstOrDefault(i => i.Input.Name == nameof(HttpEndpoint.Path))?.Expression is ConstantExpression { Value: string { Length: > 0 } path }
                && EndpointRoute.Problem(EndpointName.Of("GET", path).Template) is { } problem)
            {
                diagnostics.Add(new Diagnostic(DiagnosticSeverity.Error, $"{node.NodeId}.{nameof(HttpEndpoint.Path)}", $"'{path}' is no path: {problem}"));
            }
        }
    }

    private static bool IsComputedAccess(InputBinding input) => Literal.Contains(input.Input.Name) && input.Expression is not ConstantExpression;
}
