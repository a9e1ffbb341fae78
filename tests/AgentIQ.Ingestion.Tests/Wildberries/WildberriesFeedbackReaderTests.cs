using System.Text.Json;
using AgentIQ.Ingestion.Wildberries;
using AgentIQ.Interactions;

namespace AgentIQ.Ingestion.Tests.Wildberries;

public sealed class WildberriesFeedbackReaderTests
{
    private static readonly DateTimeOffset ConnectedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Full = """
        {
          "id": "YX52RZEBhH9mrcYdEJuD", "text": "Ткань плотная", "pros": "Цвет", "cons": "Мало карманов", "productValuation": 4,
          "createdDate": "2026-02-03T09:10:11.123456789Z", "answer": null, "state": "none",
          "productDetails": {"imtId": 1, "nmId": 282955222, "productName": "Куртка", "supplierArticle": "art-7", "supplierName": "ИП", "brandName": "b", "size": "0"},
          "photoLinks": null, "video": null, "wasViewed": false, "userName": " Мария ", "matchingSize": "ок", "isAbleSupplierFeedbackValuation": false,
          "supplierFeedbackValuation": 0, "supplierProductID": 987654, "parentFeedbackId": null, "childFeedbackId": "child-1"
        }
        """;

    [Fact]
    public void Texts_stay_apart_and_the_product_is_named()
    {
        var item = Understood(Full);

        item.Key.ShouldBe(new InteractionKey("wildberries", Channel.Review, "YX52RZEBhH9mrcYdEJuD"));
        item.Content.Text.ShouldBe("Ткань плотная");
        item.Content.Pros.ShouldBe("Цвет");
        item.Content.Cons.ShouldBe("Мало карманов");
        item.Rating.ShouldBe(4);
        item.ProductId.ShouldBe("282955222");
        item.ProductArticle.ShouldBe("art-7");
        item.ProductName.ShouldBe("Куртка");
        item.CustomerName.ShouldBe("Мария");
        item.RelatedIds.ShouldBe(["child-1"]);
        item.ConnectedAt.ShouldBe(ConnectedAt);
        item.Content.Raw.ShouldBe(Full.Trim());
    }

    [Fact]
    public void A_name_is_no_identity_and_a_product_number_no_order()
    {
        var item = Understood(Full);

        item.CustomerId.ShouldBeNull();
        item.OrderId.ShouldBeNull();
    }

    [Theory]
    [InlineData("2026-02-03T09:10:11Z", "2026-02-03T09:10:11.0000000Z")]
    [InlineData("2026-02-03T09:10:11+03:00", "2026-02-03T06:10:11.0000000Z")]
    [InlineData("2026-02-03T09:10:11.123456789Z", "2026-02-03T09:10:11.1234567Z")]
    [InlineData("2026-02-03T09:10:11.1+03:00", "2026-02-03T06:10:11.1000000Z")]
    public void Times_come_in_several_spellings(string text, string utc) =>
        Understood(With("createdDate", text)).OccurredAt.UtcDateTime.ToString("O").ShouldBe(utc);

    [Theory]
    [InlineData("ok", "Fits")]
    [InlineData("ок", "Fits")]
    [InlineData("smaller", "Smaller")]
    [InlineData("bigger", "Bigger")]
    [InlineData("", "Unknown")]
    [InlineData("something new", "Unknown")]
    public void The_size_is_read_in_both_alphabets(string word, string match)
    {
        using var json = JsonDocument.Parse(With("matchingSize", word));
        WildberriesFeedbackReader.Parse("x", new JsonRecord(json.RootElement)).SizeMatch.ToString().ShouldBe(match);
    }

    [Theory]
    [InlineData("wbRu", AnswerState.Published)]
    [InlineData("reviewRequired", AnswerState.Moderation)]
    [InlineData("none", AnswerState.Moderation)]
    [InlineData("rejected", AnswerState.Rejected)]
    public void The_answer_has_a_state(string word, AnswerState state)
    {
        var item = Understood(Full.Replace("\"answer\": null", $$"""
            "answer": {"text": "Спасибо!", "state": "{{word}}", "editable": true}
            """, StringComparison.Ordinal));

        item.Content.Answer.ShouldBe(new InboundAnswer("Спасибо!", state));
        item.IsAnswered.ShouldBe(state != AnswerState.Rejected);
    }

    [Theory]
    [InlineData("""{"text":"","state":"wbRu","editable":false}""")]
    [InlineData("""{"text":null,"state":"wbRu","editable":false}""")]
    public void An_empty_answer_is_none_and_the_processed_mark_is_trusted(string answer)
    {
        var item = Understood(Full.Replace("\"answer\": null", $"\"answer\": {answer}", StringComparison.Ordinal), SyncPass.Answered);

        item.Content.Answer.ShouldBeNull();
        item.Processed.ShouldBeTrue();
        item.IsAnswered.ShouldBeTrue();
    }

    [Fact]
    public void A_rating_without_words_says_nothing()
    {
        var item = Understood("""{"id":"x","text":"","pros":null,"productValuation":5,"createdDate":"2026-02-03T09:10:11Z"}""");

        item.Content.IsEmpty.ShouldBeTrue();
        item.ProductId.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"text":"без id"}""", null, "id: expected a text, came nothing")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":6}""", "x", "productValuation: expected a whole number from 1 to 5, came 6")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":"пять"}""", "x", "productValuation: expected a whole number from 1 to 5, came \"пять\"")]
    [InlineData("""{"id":"x","createdDate":"вчера","productValuation":5}""", "x", "createdDate: expected a time with an offset")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11.000","productValuation":5}""", "x", "createdDate: expected a time with an offset")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":5,"text":7}""", "x", "text: expected a text or null, came 7")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":5,"text":"a\u0000b"}""", "x", "text: expected a text without the character U+0000")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":5,"text":"\ud83d"}""", "x", "text: expected valid text")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":5,"productDetails":{"nmId":"12"}}""", "x", "productDetails.nmId: expected a whole number or null, came \"12\"")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":5,"answer":{"text":"т","state":"later"}}""", "x", "state: expected none, wbRu, reviewRequired or rejected, came \"later\"")]
    [InlineData("""{"id":"x","createdDate":"2026-02-03T09:10:11Z","productValuation":5,"answer":"да"}""", "x", "answer: expected an object or null, came \"да\"")]
    [InlineData("\"вместо записи\"", null, "expected an object")]
    [InlineData("null", null, "expected an object")]
    public void A_record_that_cannot_be_understood_says_why_and_keeps_its_text(string json, string? id, string problem)
    {
        using var document = JsonDocument.Parse(json);

        var broken = WildberriesFeedbackReader.Read(document.RootElement, SyncPass.Unanswered, ConnectedAt).ShouldBeOfType<BrokenRecord>();

        broken.ExternalId.ShouldBe(id);
        broken.Raw.ShouldBe(json);
        broken.Problem.ShouldContain(problem);
    }

    private static string With(string field, string value) =>
        System.Text.RegularExpressions.Regex.Replace(Full, $"\"{field}\": \"[^\"]*\"", $"\"{field}\": \"{value}\"");

    private static InboundItem Understood(string json, SyncPass? pass = SyncPass.Unanswered)
    {
        using var document = JsonDocument.Parse(json);
        return WildberriesFeedbackReader.Read(document.RootElement, pass, ConnectedAt).ShouldBeOfType<UnderstoodRecord>().Item;
    }
}
