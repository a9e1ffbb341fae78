using System.Text.RegularExpressions;

namespace AgentIQ.Rules.Text;

/// <summary>
/// Everything that a rule set wants to know about one text: lists of phrases and regular expressions, each a numbered
/// question. All phrases are found in one pass. Immutable and safe to share between threads.
/// </summary>
internal sealed class TextProbe(PhraseSet phrases, int[][] phraseQuestions, Regex[] expressions)
{
    /// <summary>The phrases of all questions, each once.</summary>
    public PhraseSet Phrases => phrases;

    /// <summary>
    /// The answers for a text. The text keeps the answers of the last probe that asked, so that a prepared text costs nothing
    /// when it is judged again: by the next version, for an explanation, at the reply gate.
    /// </summary>
    public TextAnswers Ask(RussianText text) =>
        text.LastAnswers is { } known && ReferenceEquals(known.Probe, this) ? known : Read(text);

    // Apart from the fast path: its closure would be allocated there as well.
    private TextAnswers Read(RussianText text)
    {
        var matches = phrases.Scan(text);
        var found = new bool[phrases.Patterns.Count];
        foreach (var match in matches)
        {
            found[match.Pattern] = true;
        }

        var truths = new bool[phraseQuestions.Length + expressions.Length];
        for (var question = 0; question < phraseQuestions.Length; question++)
        {
            truths[question] = Array.Exists(phraseQuestions[question], phrase => found[phrase]);
        }

        for (var expression = 0; expression < expressions.Length; expression++)
        {
            truths[phraseQuestions.Length + expression] = expressions[expression].IsMatch(text.Raw);
        }

        return text.LastAnswers = new TextAnswers(this, truths, matches);
    }
}
