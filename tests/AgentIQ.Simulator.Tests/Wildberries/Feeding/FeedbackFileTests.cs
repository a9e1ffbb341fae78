namespace AgentIQ.Simulator.Tests.Wildberries.Feeding;

public sealed class FeedbackFileTests
{
    private const string Answered = """
        {
          "id": "aaaaaaaaaaaaaaaaaaaa", "userName": "Покупатель 1", "userCountry": "ru",
          "productDetails": { "nmId": 282, "productName": null, "supplierArticle": null, "supplierId": 4, "color": "серый", "size": null },
          "productValuation": 4, "text": "Хороший фонарь", "pros": "яркий", "cons": "", "tags": ["цена"],
          "answerText": "Спасибо!", "createdDate": "2026-01-13T19:01:19Z", "updatedDate": null,
          "answerCreatedDate": "2026-01-15T09:34:05Z", "answerUpdatedDate": null, "votesPlus": 7, "votesMinus": 1
        }
        """;

    private const string Open = """
        {
          "id": "bbbbbbbbbbbbbbbbbbbb", "userName": "", "productDetails": { "nmId": 282 }, "productValuation": 1,
          "text": "Как вернуть деньги?", "createdDate": "2024-12-13T19:01:19Z", "answerText": null, "answerCreatedDate": null
        }
        """;

    [Fact]
    public async Task A_file_is_mapped_to_the_object_of_the_contract()
    {
        using var folder = new TemporaryFolder();
        await using var simulator = await SimulatorUnderTest.StartAsync();

        simulator.Seller.Load(folder.Write("file.json", $"[{Answered},{Open}]")).ShouldBe(2);

        var feedback = simulator.Seller.Find("aaaaaaaaaaaaaaaaaaaa")!;
        feedback.UserName.ShouldBe("Покупатель 1");
        feedback.ProductValuation.ShouldBe(4);
        feedback.Text.ShouldBe("Хороший фонарь");
        feedback.Pros.ShouldBe("яркий");
        feedback.Cons.ShouldBe("");
        feedback.CreatedDate.ShouldBe(new DateTimeOffset(2026, 1, 13, 19, 1, 19, TimeSpan.Zero));
        feedback.Bables.ShouldBe(["цена"]);
        feedback.Color.ShouldBe("серый");
        feedback.ProductDetails.ShouldBe(new FeedbackProduct { NmId = 282, ImtId = 282 });
        feedback.ProductDetails.Size.ShouldBe("0");
        feedback.Answer.ShouldBe(new FeedbackAnswer("Спасибо!", "wbRu", Editable: true));
        feedback.State.ShouldBe("wbRu");
        feedback.WasViewed.ShouldBeTrue();
        simulator.Seller.Answers.ShouldBeEmpty("answers of a file were not posted");
    }

    [Fact]
    public async Task Loading_again_adds_nothing_and_keeps_answers()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("file.json", $"[{Answered},{Open}]");
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.Load(file, new FeedbackFileOptions { AsNew = true });
        await simulator.PostAnswerAsync("bbbbbbbbbbbbbbbbbbbb");

        simulator.Seller.Load(file, new FeedbackFileOptions { AsNew = true }).ShouldBe(0);

        simulator.Seller.Find("bbbbbbbbbbbbbbbbbbbb")!.Answer.ShouldNotBeNull();
    }

    [Fact]
    public async Task As_new_removes_answers_and_spreads_the_dates_over_the_last_minutes()
    {
        using var folder = new TemporaryFolder();
        await using var simulator = await SimulatorUnderTest.StartAsync();

        simulator.Seller.Load(folder.Write("file.json", $"[{Answered},{Open}]"), new FeedbackFileOptions { AsNew = true, Span = TimeSpan.FromMinutes(10) });

        var now = simulator.Clock.GetUtcNow();
        simulator.Seller.Find("aaaaaaaaaaaaaaaaaaaa")!.ShouldSatisfyAllConditions(
            feedback => feedback.Answer.ShouldBeNull(),
            feedback => feedback.State.ShouldBe("none"),
            feedback => feedback.WasViewed.ShouldBeFalse(),
            feedback => feedback.CreatedDate.ShouldBe(now.AddMinutes(-10)));
        simulator.Seller.Find("bbbbbbbbbbbbbbbbbbbb")!.CreatedDate.ShouldBe(now.AddMinutes(-5));
    }

    [Theory]
    [InlineData("{}", "line 1: expected a JSON array")]
    [InlineData("[{},\n", "record")]
    [InlineData("[\n\n7]", "line 3, record 1: expected an object, got 7")]
    [InlineData("[{\"id\":\"a\"}]", "line 1, record 1, field createdDate: expected a time, got nothing")]
    [InlineData("[{\"id\":5}]", "record 1, field id: expected a text, got 5")]
    [InlineData("[{\"id\":\"a\",\"createdDate\":\"вчера\"}]", "field createdDate: expected a time such as 2026-02-01T09:30:00Z, got «вчера»")]
    [InlineData("[{\"id\":\"a\",\"createdDate\":\"2026-02-01T09:30:00Z\",\"productValuation\":5,\"productDetails\":{\"nmId\":\"x\"}}]", "field productDetails.nmId: expected a whole number, got \"x\"")]
    [InlineData("[{\"id\":\"a\",\"createdDate\":\"2026-02-01T09:30:00Z\",\"productDetails\":{\"nmId\":1},\"productValuation\":6}]", "field productValuation: expected a whole number from 1 to 5, got 6")]
    [InlineData("[{\"id\":\"a\",\"createdDate\":\"2026-02-01T09:30:00Z\",\"productDetails\":{\"nmId\":1},\"productValuation\":5,\"tags\":[1]}]", "field tags: expected an array of texts, got [1]")]
    public async Task A_bad_file_is_refused_with_line_record_and_field(string content, string expected)
    {
        using var folder = new TemporaryFolder();
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var file = folder.Write("bad.json", content);

        var problem = Should.Throw<FeedbackFileException>(() => simulator.Seller.Load(file));

        problem.Message.ShouldStartWith(file);
        problem.Message.ShouldContain(expected);
        simulator.Seller.Feedbacks.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_second_of_two_equal_ids_is_named_with_the_first()
    {
        using var folder = new TemporaryFolder();
        await using var simulator = await SimulatorUnderTest.StartAsync();

        var problem = Should.Throw<FeedbackFileException>(() => simulator.Seller.Load(folder.Write("bad.json", $"[{Open},{Open}]")));

        problem.Message.ShouldContain("record 2, field id: expected an id of its own, got the id of record 1");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        Should.Throw<FeedbackFileException>(() => simulator.Seller.Load("/нет/такого.json")).Message.ShouldContain("/нет/такого.json");
    }
}
