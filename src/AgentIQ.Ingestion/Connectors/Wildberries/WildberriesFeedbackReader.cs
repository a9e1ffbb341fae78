using System.Text.Json;
using AgentIQ.Interactions;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>Reads feedback objects.</summary>
internal static class WildberriesFeedbackReader
{
    /// <summary>Turns one element of a page into what the inbox takes, or into a broken record with its reason.</summary>
    public static FetchedRecord Read(JsonElement element, SyncPass? pass, DateTimeOffset connectedAt)
    {
        var raw = element.GetRawText();
        if (element.ValueKind != JsonValueKind.Object)
        {
            return new BrokenRecord(null, raw, $"expected an object, came {Excerpt.Start(raw, "")}");
        }

        string? id = null;
        try
        {
            id = new JsonRecord(element).RequiredText("id");
            var feedback = Parse(id, new JsonRecord(element));
            return new UnderstoodRecord(ToItem(feedback, raw, pass, connectedAt));
        }
        catch (RecordProblemException e)
        {
            return new BrokenRecord(id, raw, e.Message);
        }
    }

    internal static WildberriesFeedback Parse(string id, JsonRecord json)
    {
        var product = json.OptionalObject("productDetails");
        return new WildberriesFeedback
        {
            Id = id,
            CreatedAt = json.RequiredTime("createdDate"),
            Rating = json.RequiredNumber("productValuation", 1, 5),
            Text = json.TextOrEmpty("text"),
            Pros = json.TextOrEmpty("pros"),
            Cons = json.TextOrEmpty("cons"),
            Answer = Answer(json.OptionalObject("answer")),
            IsProcessed = string.Equals(json.OptionalText("state"), "wbRu", StringComparison.Ordinal),
            CustomerName = json.NameOrNull("userName"),
            ProductId = product?.OptionalId("nmId"),
            ProductArticle = product?.NameOrNull("supplierArticle"),
            ProductName = product?.NameOrNull("productName"),
            SizeMatch = Size(json.OptionalText("matchingSize")),
            RelatedIds = [.. new[] { json.NameOrNull("parentFeedbackId"), json.NameOrNull("childFeedbackId") }.OfType<string>()],
        };
    }

    // No customer id and no order id: Wildberries gives a name only, and supplierProductID is not an order (domain 12.1.14).
    private static InboundItem ToItem(WildberriesFeedback feedback, string raw, SyncPass? pass, DateTimeOffset connectedAt) => new()
    {
        Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, feedback.Id),
        OccurredAt = feedback.CreatedAt,
        ConnectedAt = connectedAt,
        Content = new InteractionContent { Text = feedback.Text, Pros = feedback.Pros, Cons = feedback.Cons, Answer = feedback.Answer, Raw = raw },
        Rating = feedback.Rating,
        Processed = feedback.IsProcessed || pass == SyncPass.Answered,
        CustomerName = feedback.CustomerName,
        RelatedIds = feedback.RelatedIds,
        ProductId = feedback.ProductId,
        ProductArticle = feedback.ProductArticle,
        ProductName = feedback.ProductName,
    };

    private static InboundAnswer? Answer(JsonRecord? json)
    {
        if (json is not { } answer || answer.NameOrNull("text") is not { } text)
        {
            return null;
        }

        // "none" beside a text: Wildberries has it and has not looked at it yet.
        return new InboundAnswer(text, answer.OptionalText("state") switch
        {
            "wbRu" => AnswerState.Published,
            "reviewRequired" or "none" => AnswerState.Moderation,
            "rejected" => AnswerState.Rejected,
            _ => throw answer.Problem("state", "none, wbRu, reviewRequired or rejected"),
        });
    }

    // The contract's text writes «ок» in Cyrillic, its examples in Latin. Nothing depends on it, so an unknown word is no fault.
    private static SizeMatch Size(string? word) => word switch
    {
        "ok" or "ок" => SizeMatch.Fits,
        "smaller" => SizeMatch.Smaller,
        "bigger" => SizeMatch.Bigger,
        _ => SizeMatch.Unknown,
    };
}
