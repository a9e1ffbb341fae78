using System.Text.Json.Nodes;
using AgentIQ.Workflows.Execution;

namespace AgentIQ.Workflows.Expressions;

/// <summary>Names with values some of which are expressions themselves, as the designer's editor of dictionaries stores them.</summary>
internal sealed class DictionaryExpression(IReadOnlyList<(string Name, CompiledExpression Value)> entries) : CompiledExpression
{
    public override object? Evaluate(Burst burst, ActivityExecution execution)
    {
        var result = new JsonObject();
        foreach (var (name, value) in entries)
        {
            result[name] = PlainValue.ToNode(value.Evaluate(burst, execution))?.DeepClone();
        }

        return result;
    }
}
