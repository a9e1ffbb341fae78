using System.Text.Json.Serialization;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Server.Api.Policies.Explanations;

/// <summary>Why a set decided as it did, and why every other row did not.</summary>
/// <param name="Set">The set.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Version">The version that is explained, as <c>platform-3</c>; <c>file</c> for a text that is not saved.</param>
/// <param name="Exact">Whether it is the very version with the very facts of the decision.</param>
/// <param name="InexactBecause">Why not, or null.</param>
/// <param name="Outputs">What it decides about these facts.</param>
/// <param name="Tables">The tables in their order.</param>
public sealed record ExplanationView(
    string Set,
    string Title,
    string Version,
    bool Exact,
    string? InexactBecause,
    IReadOnlyList<OutputValueView> Outputs,
    IReadOnlyList<ExplainedTableView> Tables);

/// <summary>One table of an explanation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What people call it.</param>
/// <param name="HitPolicy">What happens when several rows apply.</param>
/// <param name="Rows">Every row in the order in which they are considered.</param>
public sealed record ExplainedTableView(string Name, string Title, HitPolicy HitPolicy, IReadOnlyList<ExplainedRowView> Rows);

/// <summary>One row of an explanation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Description">The reason as people read it.</param>
/// <param name="Sentence">The rule as a sentence.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Conditions">Its conditions, all of which must be true.</param>
public sealed record ExplainedRowView(string Id, string Description, string Sentence, ExplainedOutcome Outcome, IReadOnlyList<ExplainedConditionView> Conditions);

/// <summary>What became of a row.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExplainedOutcome>))]
public enum ExplainedOutcome
{
    /// <summary>It applied, and it decided.</summary>
    [JsonStringEnumMemberName("decided")]
    Decided,

    /// <summary>It applied, but another row decided.</summary>
    [JsonStringEnumMemberName("overruled")]
    Overruled,

    /// <summary>It did not apply, by exactly one condition.</summary>
    [JsonStringEnumMemberName("nearMiss")]
    NearMiss,

    /// <summary>It did not apply.</summary>
    [JsonStringEnumMemberName("notMatched")]
    NotMatched,

    /// <summary>It is switched off.</summary>
    [JsonStringEnumMemberName("switchedOff")]
    SwitchedOff,
}

/// <summary>What a condition is.</summary>
public enum ExplainedKind
{
    /// <summary>A question about one field.</summary>
    Question,

    /// <summary>All of its parts.</summary>
    All,

    /// <summary>At least one of its parts.</summary>
    Any,

    /// <summary>Not its part.</summary>
    Not,
}

/// <summary>One condition of a row.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">It in a few words: «оценка 1–2».</param>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Actual">The field's value in words; null when nobody knew it, and for groups.</param>
/// <param name="Places">The words of a text that it found.</param>
/// <param name="Parts">The parts of a group.</param>
public sealed record ExplainedConditionView(
    ExplainedKind Kind, string Text, Truth Truth, string? Actual, IReadOnlyList<string> Places, IReadOnlyList<ExplainedConditionView> Parts);
