using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions;

namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>
/// Brings the evaluated inputs of an activity that waits to the order of the target's bindings. What was evaluated stays: the activity began with
/// it. An input that the new version adds must be constant, because nothing is evaluated by a move.
/// </summary>
internal static class InputMove
{
    public static JsonArray Move(JsonArray values, Node from, Node to, MoveFindings findings)
    {
        var moved = new JsonArray();
        foreach (var binding in to.Inputs)
        {
            var index = Array.FindIndex(from.Inputs, b => b.Input.Name == binding.Input.Name);
            if (index >= 0 && index < values.Count)
            {
                var before = from.Inputs[index];
                if (!Says(before, binding))
                {
                    findings.Note($"'{to.Id}' goes on with the value of '{binding.Input.Name}' that it began with; the new version says something else");
                }

                moved.Add(values[index]?.DeepClone());
            }
            else if (binding.Expression is ConstantExpression constant)
            {
                moved.Add(PlainValue.ToNode(PlainValue.From(binding.IsConverted ? binding.Converted : constant.Value)));
                findings.Note($"'{to.Id}' has the new input '{binding.Input.Name}'");
            }
            else
            {
                findings.Refuse($"'{to.Id}' has begun without the input '{binding.Input.Name}', which the new version computes: make it a constant, or let the activity end first");
            }
        }

        return moved;
    }

    private static bool Says(InputBinding before, InputBinding now) => (before.Expression, now.Expression) switch
    {
        (ConstantExpression a, ConstantExpression b) => Equals(Text(a), Text(b)),
        (ConstantExpression, _) or (_, ConstantExpression) => false,
        _ => before.Expression.GetType() == now.Expression.GetType(),
    };

    private static string Text(ConstantExpression constant) => constant.Value is null ? string.Empty : ValueConverter.Text(constant.Value is JsonNode or string ? constant.Value : JsonSerializer.Serialize(constant.Value, WorkflowJson.Options));
}
