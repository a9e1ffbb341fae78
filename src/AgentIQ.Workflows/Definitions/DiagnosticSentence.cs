using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace AgentIQ.Workflows.Definitions;

/// <summary>
/// A finding's message taken apart: what it says, and what it names. The compiler takes an interpolated string apart by itself, so whoever
/// finds something writes one sentence, and it can be said in other languages all the same.
/// </summary>
[InterpolatedStringHandler]
internal sealed class DiagnosticSentence : IEquatable<DiagnosticSentence>
{
    private readonly StringBuilder _template;
    private readonly List<string> _arguments;

    public DiagnosticSentence(int literalLength, int formattedCount)
    {
        _template = new StringBuilder(literalLength + (3 * formattedCount));
        _arguments = new List<string>(formattedCount);
    }

    /// <summary>As for <see cref="string.Format(IFormatProvider, string, object[])"/>.</summary>
    public string Template => _template.ToString();

    public IReadOnlyList<string> Arguments => _arguments;

    public void AppendLiteral(string literal) => _template.Append(Escape(literal));

    public void AppendFormatted<T>(T value)
    {
        _template.Append(CultureInfo.InvariantCulture, $"{{{_arguments.Count}}}");
        _arguments.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
    }

    /// <summary>A sentence that names nothing, as a template.</summary>
    public static string Escape(string literal) => literal.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template, [.. _arguments]);

    public bool Equals(DiagnosticSentence? other) => other is not null && Template == other.Template && _arguments.SequenceEqual(other._arguments);

    public override bool Equals(object? obj) => Equals(obj as DiagnosticSentence);

    public override int GetHashCode() => Template.GetHashCode(StringComparison.Ordinal);
}
