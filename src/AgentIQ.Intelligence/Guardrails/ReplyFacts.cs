using System.Buffers;
using System.Globalization;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>Turns a request into the facts that the guardrail policy asks about.</summary>
internal static class ReplyFacts
{
    private static readonly SearchValues<char> Unseen = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(code => char.IsWhiteSpace(code) || char.GetUnicodeCategory(code) is UnicodeCategory.Format or UnicodeCategory.Control)]);

    public static FactValues Of(ReplyCheckRequest request, FactCatalogue catalogue, IntentClassifier classifier)
    {
        var channel = request.Channel is "question" or "chat" ? request.Channel : "review";
        var classified = request.Intent is null ? classifier.Classify(new CustomerText(request.CustomerText, channel, request.Rating)) : null;
        return new FactValues(catalogue)
            .Set("marketplace", request.Marketplace)
            .Set("channel", channel)
            .Set("moment", request.Moment.ToString().ToLowerInvariant())
            .Set("intent", request.Intent ?? classified!.Intent)
            .Set("flags", request.Flags ?? classified?.Flags ?? [])
            .Set("reply_text", request.Text)
            .Set("customer_text", request.CustomerText)
            .Set("rating", (long?)request.Rating)
            .Set("reply_length", (long)LengthOf(request.Text))
            .Set("reply_cyrillic_share", CyrillicShare(request.Text))
            .Set("same_reply_age", request.SameReplyAge);
    }

    /// <summary>UTF-16 units between the first and the last character that a reader sees: zero-width characters alone are an empty reply.</summary>
    private static int LengthOf(string text)
    {
        var first = text.AsSpan().IndexOfAnyExcept(Unseen);
        return first < 0 ? 0 : text.AsSpan().LastIndexOfAnyExcept(Unseen) - first + 1;
    }

    /// <summary>Cyrillic letters among all letters; null when there are no letters.</summary>
    private static decimal? CyrillicShare(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters == 0 ? null : (decimal)text.Count(character => character is >= 'Ѐ' and <= 'ӿ') / letters;
    }
}
