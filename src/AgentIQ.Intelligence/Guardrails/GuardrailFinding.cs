using System.Text.Json.Serialization;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>One thing that is wrong with a reply.</summary>
/// <param name="Type"><c>banned_phrase</c>, <c>unsolicited_return</c>, <c>too_long</c>, <c>too_short</c>, <c>empty_text</c>, <c>not_russian</c> or <c>repeated</c>.</param>
/// <param name="Category">For a banned phrase what is banned, such as <c>promise</c>; otherwise null.</param>
/// <param name="Severity"><c>error</c> blocks sending, <c>warning</c> does not.</param>
/// <param name="Phrase">The words in the reply; empty when the whole reply is meant.</param>
/// <param name="Start">Where the words start, in UTF-16 units of the reply as given.</param>
/// <param name="Length">How long they are.</param>
/// <param name="Message">What is wrong and what to write instead, in plain Russian.</param>
/// <param name="MessageEn">The same in English.</param>
/// <param name="Row">The row of the policy that says so.</param>
/// <param name="Group">The safety group of the row, such as <c>false_authority</c>; null when the policy names none.</param>
public sealed record GuardrailFinding(
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Category,
    string Severity,
    string Phrase,
    int Start,
    int Length,
    string Message,
    string MessageEn,
    string Row,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Group = null)
{
    /// <summary>The <see cref="Severity"/> that blocks sending.</summary>
    public const string Error = "error";

    /// <summary>The <see cref="Severity"/> that blocks nothing.</summary>
    public const string Warning = "warning";

    /// <summary>Whether it blocks sending.</summary>
    [JsonIgnore]
    public bool IsError => Severity == Error;
}
