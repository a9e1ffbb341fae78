using System.Globalization;

namespace AgentIQ.Workflows.Definitions;

/// <summary>How bad a finding is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Runs, but probably not as meant.</summary>
    Warning,

    /// <summary>May be saved as a draft; publishing and importing are refused.</summary>
    Error,

    /// <summary>Not a definition that can be compiled at all.</summary>
    Fatal,
}

/// <summary>Something found in a definition.</summary>
/// <param name="Severity">How bad it is.</param>
/// <param name="Path">Where: <c>root.activities[2].text</c>.</param>
/// <param name="Message">What is wrong and what was expected.</param>
public sealed record Diagnostic(DiagnosticSeverity Severity, string Path, string Message)
{
    internal Diagnostic(DiagnosticSeverity severity, string path, DiagnosticSentence sentence)
        : this(severity, path, sentence.ToString()) => Sentence = sentence;

    /// <summary>The activity that it is about; null: the definition itself.</summary>
    public string? ActivityId { get; init; }

    /// <summary>1-based line inside the script that <see cref="Path"/> names; null: it is about no script.</summary>
    public int? Line { get; init; }

    /// <summary>1-based column in that line.</summary>
    public int? Column { get; init; }

    /// <summary>The message taken apart; null: it names nothing.</summary>
    internal DiagnosticSentence? Sentence { get; init; }

    /// <summary>The message in another language; in English where it is not translated.</summary>
    /// <param name="language">Such as <c>ru</c>.</param>
    /// <param name="nameOf">What to call an activity of that id; for what is no activity's id it answers null. Null: all ids stay.</param>
    public string In(string language, Func<string, string?>? nameOf = null)
    {
        var template = Sentence?.Template ?? DiagnosticSentence.Escape(Message);
        object[] arguments = [.. (Sentence?.Arguments ?? []).Select(argument => nameOf?.Invoke(argument) ?? argument)];
        return string.Format(CultureInfo.InvariantCulture, DiagnosticTexts.Of(language).GetValueOrDefault(template, template), arguments);
    }

    /// <inheritdoc />
    public override string ToString() => $"{Path}: {Message}";
}
