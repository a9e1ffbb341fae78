using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace AgentIQ.Workflows.Monitoring;

/// <summary>Names one execution of an activity for good: the instance's id and the execution's number in it, <c>{instance}-{number}</c>. The workflow itself is number 0.</summary>
/// <param name="InstanceId">Whose.</param>
/// <param name="Number">Which.</param>
public readonly record struct ExecutionId(Guid InstanceId, int Number)
{
    private const int GuidLength = 36;

    /// <summary>Reads what <see cref="ToString"/> wrote; false for anything else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out ExecutionId id)
    {
        id = default;
        if (text is null || text.Length <= GuidLength + 1 || text[GuidLength] != '-'
            || !Guid.TryParseExact(text.AsSpan(0, GuidLength), "D", out var instance)
            || !int.TryParse(text.AsSpan(GuidLength + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        id = new ExecutionId(instance, number);
        return true;
    }

    /// <summary>The id as text.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{InstanceId:D}-{Number}");
}
