namespace AgentIQ.Simulator.Tests.Wildberries.Feedbacks;

public sealed class FeedbackShapeTests
{
    private static readonly string[] Members =
    [
        "id", "text", "pros", "cons", "productValuation", "createdDate", "answer", "state", "productDetails", "photoLinks", "video",
        "wasViewed", "userName", "orderStatus", "matchingSize", "isAbleSupplierFeedbackValuation", "supplierFeedbackValuation",
        "isAbleSupplierProductValuation", "supplierProductValuation", "isAbleReturnProductOrders", "returnProductOrdersDate", "bables",
        "lastOrderShkId", "lastOrderCreatedAt", "color", "subjectId", "subjectName", "parentFeedbackId", "childFeedbackId",
    ];

    private static readonly string[] ProductMembers = ["nmId", "imtId", "productName", "supplierArticle", "supplierName", "brandName", "size"];

    [Fact]
    public async Task A_feedback_has_all_fields_of_the_contract_and_no_others()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;

        var feedback = (await simulator.ListAsync()).Feedbacks.ShouldHaveSingleItem();

        feedback.EnumerateObject().Select(member => member.Name).ShouldBe(Members, ignoreOrder: true);
        feedback.GetProperty("productDetails").EnumerateObject().Select(member => member.Name).ShouldBe(ProductMembers, ignoreOrder: true);
        feedback.GetProperty("id").GetString().ShouldBe(id);
        id.Length.ShouldBe(20);
        id.ShouldMatch("^[A-Za-z0-9_-]{20}$");
        feedback.GetProperty("answer").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task An_answer_has_text_state_and_editable_and_no_date()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add().Id;
        await simulator.PostAnswerAsync(id, "Спасибо!");

        var answer = (await simulator.GetAsync("/api/v1/feedback?id=" + id)).Data.GetProperty("answer");

        answer.GetRawText().ShouldBe("""{"text":"Спасибо!","state":"reviewRequired","editable":true}""");
    }

    [Fact]
    public async Task Photos_video_tags_and_both_forms_of_time_are_on_the_wire()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var moscow = new DateTimeOffset(2026, 3, 2, 14, 30, 0, TimeSpan.FromHours(3));
        simulator.Seller.Add(new Feedback
        {
            Text = "С фото",
            CreatedDate = moscow,
            PhotoLinks = [new FeedbackPhoto("https://photos.example/fs.webp", "https://photos.example/ms.webp")],
            Video = new FeedbackVideo("https://video.example/preview.webp", "https://video.example/index.m3u8", 12),
            Bables = ["цена", "качество"],
        });
        simulator.Seller.Add(new Feedback { Text = "Без фото", CreatedDate = moscow.ToUniversalTime().AddHours(-1) });

        var feedbacks = (await simulator.ListAsync()).Feedbacks;

        feedbacks[0].GetProperty("createdDate").GetString().ShouldBe("2026-03-02T14:30:00+03:00");
        feedbacks[1].GetProperty("createdDate").GetString().ShouldBe("2026-03-02T10:30:00Z");
        feedbacks[0].GetProperty("photoLinks")[0].GetRawText().ShouldBe("""{"fullSize":"https://photos.example/fs.webp","miniSize":"https://photos.example/ms.webp"}""");
        feedbacks[0].GetProperty("video").GetProperty("durationSec").GetInt32().ShouldBe(12);
        feedbacks[0].GetProperty("bables").GetRawText().ShouldBe("""["цена","качество"]""");
    }

    [Fact]
    public async Task A_buyer_may_edit_and_delete_a_feedback()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var id = simulator.Add(stars: 5).Id;

        simulator.Seller.Edit(id, feedback => feedback with { Text = "Сломалась", ProductValuation = 1 });
        (await simulator.GetAsync("/api/v1/feedback?id=" + id)).Data.GetProperty("productValuation").GetInt32().ShouldBe(1);

        simulator.Seller.Remove(id).ShouldBeTrue();
        simulator.Seller.Remove(id).ShouldBeFalse();
        (await simulator.GetAsync("/api/v1/feedback?id=" + id)).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Adding_an_id_twice_or_editing_an_unknown_one_says_what_to_do()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var feedback = simulator.Add();

        Should.Throw<ArgumentException>(() => simulator.Seller.Add(feedback)).Message.ShouldContain("Use Edit");
        Should.Throw<ArgumentException>(() => simulator.Seller.Edit("нет", old => old)).Message.ShouldContain("Add it first");
    }
}
