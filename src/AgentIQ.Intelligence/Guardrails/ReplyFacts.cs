using AgentIQ.Intelligence.Intents;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>Turns a request into the facts that the guardrail policy asks about.</summary>
internal static class ReplyFacts
{
    public static FactValues Of(ReplyCheckRequest request, FactCatalogue catalogue, IntentClassifier classifier)
    {
        var channel = request.Channel is "question" or "chat" ? request.Channel : "review";
        var length = request.Text.Trim().Length;
        var limits = request.Limits ?? ReplyLimits.Platform(channel);
        var classified = request.Intent is null ? classifier.Classify(new CustomerText(request.CustomerText, channel, request.Rating)) : null;
        var facts = new FactValues(catalogue)
            .Set("channel", channel)
            .Set("moment", request.Moment.ToString().ToLowerInvariant())
            .Set("intent", request.Intent ?? classified!.Intent)
            .Set("flags", request.Flags ?? classified?.Flags ?? [])
            .Set("reply_text", request.Text)
            .Set("customer_text", request.CustomerText)
            .Set("reply_length", length)
            .Set("reply_over_limit", Math.Max(0, length - limits.Max))
            .Set("reply_under_limit", Math.Max(0, limits.Min - length));
        if (request.Rating is { } rating)
        {
            facts.Set("rating", rating);
        }

        if (CyrillicShare(request.Text) is { } share)
        {
            facts.Set("reply_cyrillic_share", share);
        }

        if (request.Repeated is { } repeated)
        {
            facts.Set("reply_repeated", repeated);
        }

        return facts;
    }

    /// <summary>Cyrillic letters among all letters; null when there are no letters.</summary>
    private static decimal? CyrillicShare(string text)
    {
        var letters = text.Count(char.IsLetter);
        return letters == 0 ? null : (decimal)text.Count(character => character is >= 'Ѐ' and <= 'ӿ') / letters;
    }
}
