using System.Text.RegularExpressions;

namespace AgentIQ.Intelligence.Intents;

/// <summary>What a reviewer asks the seller, apart from what the reviewer tells.</summary>
/// <param name="Told">The text without the questions that the reviewer answers: «Брак? Нет, не слышали» tells of no defect.</param>
/// <param name="Asked">The sentences that wait for an answer; empty when there are none.</param>
internal sealed record Questions(string Told, string Asked)
{
    private const RegexOptions Safe = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    private static readonly Regex Sentence = new(@"[^.!?…\n]+([.,]\d[^.!?…\n]*)*[.!?…\n)]*", Safe);

    // The sentence after the question answers it.
    private static readonly Regex Answer = new(
        @"^\W*(да|нет|не|конечно|однозначно|определ[её]нно|безусловно|разумеется|естественно|легко|запросто|зря|отвечаю|ответ|ничего|никак|никогда|вообще нет|теперь|оказалось|оказывается|ещ[её] как|точно)\b", Safe);

    // Said about a question that somebody else asked, or that wants no answer.
    private static readonly Regex Rhetorical = new(
        @"\b(думал[аи]?|сомневал(ся|ась|ись)|боял(ся|ась|ись)|переживал[аи]?|спрашивал[аи]?|спросил[аи]?|спрашивают|разве|неужели|зачем|кто|вы серь[её]зно|за что|доколе|что ещ[её]|чего ещ[её]|ч[её] ещ[её]|как можно не|как тут не|куда уж|не правда ли|правда же|да ведь)\b", Safe);

    private static readonly Regex Interrogative = new(
        @"\b(как(ой|ая|ое|ие|ого|ую|ом|их|им)?|сколько|где|когда|куда|чем|ч[её]м|из чего|что|можно|нужно|надо|ли|есть|будет|будут|подойд[её]т|подойдут|поместится|влезет|хватит|нет ли|или)\b", Safe);

    private static readonly Regex Request = new(@"\b(подскажите|посоветуйте|порекомендуйте|ответьте|скажите)\b", Safe);

    /// <summary>Whether the question has the words of one: a bare «Да?» has not.</summary>
    public bool IsPlain => Interrogative.IsMatch(Asked) && Asked.Count(char.IsWhiteSpace) > 1;

    public static Questions In(string text)
    {
        var sentences = Sentence.Matches(text).Select(match => match.Value).ToList();
        var told = new List<string>();
        var asked = new List<string>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var isQuestion = sentences[i].Contains('?', StringComparison.Ordinal);
            if (isQuestion && i + 1 < sentences.Count && Answer.IsMatch(sentences[i + 1]))
            {
                continue;
            }

            told.Add(sentences[i]);
            if ((isQuestion || Request.IsMatch(sentences[i])) && !Rhetorical.IsMatch(sentences[i]))
            {
                asked.Add(sentences[i]);
            }
        }

        return new Questions(string.Concat(told), string.Concat(asked));
    }
}
