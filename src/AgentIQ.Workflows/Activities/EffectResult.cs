using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentIQ.Workflows.Activities;

/// <summary>What came of an effect, as it is recorded in the ledger.</summary>
/// <param name="Succeeded">False when it failed for good.</param>
/// <param name="Value">What the outside answered, or null.</param>
/// <param name="Error">Why it failed, for people; null on success.</param>
public sealed record EffectResult(bool Succeeded, JsonElement? Value = null, string? Error = null)
{
    /// <summary>How many attempts were made over all restarts.</summary>
    public int Attempts { get; init; }

    /// <summary>What the journal says beside it, for people; null: nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>Whether nothing was asked of the outside, because a trial run asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsUnsent { get; init; }

    /// <summary>What the journal says of an effect that a trial run did not send.</summary>
    public const string NotSentNote = "not sent: sandbox";

    /// <summary>A success of a trial run that reached nobody; without an answer, so the activity does not record it.</summary>
    public static EffectResult NotSent() => new(Succeeded: true) { IsUnsent = true, Note = NotSentNote };

    /// <summary>A success without an answer worth keeping.</summary>
    public static EffectResult Success() => new(Succeeded: true);

    /// <summary>A success with an answer.</summary>
    public static EffectResult Success<T>(T value) => new(Succeeded: true, JsonSerializer.SerializeToElement(value, WorkflowJson.Options));

    /// <summary>A refusal that no repetition will change.</summary>
    public static EffectResult Failure(string error) => new(Succeeded: false, Error: error);

    /// <summary>A refusal with the answer that explains it.</summary>
    public static EffectResult Failure<T>(string error, T value) =>
        new(Succeeded: false, JsonSerializer.SerializeToElement(value, WorkflowJson.Options), error);

    /// <summary>Reads the answer.</summary>
    /// <exception cref="InvalidOperationException">There is no answer.</exception>
    public T Read<T>() => Value is { } value
        ? value.Deserialize<T>(WorkflowJson.Options)!
        : throw new InvalidOperationException($"The effect was expected to answer with a {typeof(T).Name}, but its result has no value.");
}
