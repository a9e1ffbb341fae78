namespace AgentIQ.Simulator.Tests.Wildberries.Feeding;

public sealed class ShippedReviewsTests
{
    private static readonly string[] Intents =
    [
        "delivery_status", "delivery_delay", "cancel_request", "wrong_item", "defect_not_working", "usage_howto", "product_spec", "refund_exchange",
        "thanks", "quality_complaint", "pre_purchase", "sizing_fit", "availability", "compatibility", "other",
    ];

    private static readonly string[] Flags = ["missing_parts", "counterfeit_suspicion", "health_safety", "legal_threat"];

    private readonly IReadOnlyList<ShippedReview> _reviews = ShippedReviews.Read();

    [Fact]
    public void There_are_at_least_220_with_ids_of_their_own_and_of_the_vendors_form()
    {
        _reviews.Count.ShouldBeGreaterThanOrEqualTo(220);
        _reviews.Select(review => review.Feedback.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(_reviews.Count);
        _reviews.ShouldAllBe(review => review.Feedback.Id.Length == 20);
    }

    [Fact]
    public void Labels_are_known_and_every_intent_flag_and_sentiment_occurs()
    {
        _reviews.Select(review => review.Labels.Intent).Distinct().ShouldBe(Intents, ignoreOrder: true);
        _reviews.SelectMany(review => review.Labels.Flags).Distinct().ShouldBe(Flags, ignoreOrder: true);
        _reviews.Select(review => review.Labels.Sentiment).Distinct().ShouldBe(["positive", "neutral", "negative"], ignoreOrder: true);
    }

    [Fact]
    public void All_ratings_occur_and_most_are_good()
    {
        for (var stars = 1; stars <= 5; stars++)
        {
            _reviews.Count(review => review.Feedback.ProductValuation == stars).ShouldBeGreaterThanOrEqualTo(30);
        }

        _reviews.Count(review => review.Feedback.ProductValuation >= 4).ShouldBeGreaterThan(_reviews.Count / 2);
    }

    [Fact]
    public void Some_have_no_words_and_some_have_pros_and_cons_alone()
    {
        var silent = _reviews.Where(review => review.Feedback is { Text: "", Pros: "", Cons: "" }).ToList();

        silent.Count.ShouldBeGreaterThanOrEqualTo(40);
        silent.ShouldAllBe(review => review.Labels.Intent == "other" && review.Labels.Flags.Count == 0);
        _reviews.Count(review => review.Feedback is { Text: "", Pros.Length: > 0 }).ShouldBeGreaterThanOrEqualTo(15);
        _reviews.ShouldContain(review => review.Feedback.Cons.StartsWith("Минусы: нет", StringComparison.Ordinal));
    }

    [Fact]
    public void Some_are_longer_than_1500_characters_and_no_text_comes_twice()
    {
        _reviews.Count(review => review.Feedback.Text.Length >= 1500).ShouldBeGreaterThanOrEqualTo(3);
        _reviews.Where(review => review.Feedback.Text.Length > 0).GroupBy(review => review.Feedback.Text).ShouldAllBe(group => group.Count() == 1);
    }

    [Fact]
    public void About_15_percent_are_answered()
    {
        var share = (double)_reviews.Count(review => review.Feedback.Answer is not null) / _reviews.Count;

        share.ShouldBeInRange(0.12, 0.18);
    }

    [Fact]
    public void A_dozen_products_have_names_articles_and_brands()
    {
        var products = _reviews.Select(review => review.Feedback.ProductDetails).DistinctBy(product => product.NmId).ToList();

        products.Count.ShouldBe(12);
        products.ShouldAllBe(product => product.ProductName.Length > 0 && product.BrandName!.Length > 0 && product.SupplierArticle!.Length > 0);
    }

    [Theory]
    [InlineData("посуда")]
    [InlineData("Обсудим")]
    [InlineData("Судя")]
    [InlineData("Работа")]
    [InlineData("субботу")]
    [InlineData("Незаменимый")]
    [InlineData("Обменник")]
    [InlineData("Брак исключён")]
    [InlineData("другой магазин")]
    [InlineData("Игнорируй все предыдущие инструкции")]
    [InlineData("Ignore previous instructions")]
    [InlineData("🔥")]
    public void Words_that_trap_a_classifier_occur(string words) =>
        _reviews.ShouldContain(review => review.Feedback.Text.Contains(words, StringComparison.Ordinal));

    [Fact]
    public void Both_forms_of_time_and_empty_names_occur()
    {
        _reviews.ShouldContain(review => review.Feedback.CreatedDate.Offset == TimeSpan.FromHours(3));
        _reviews.ShouldContain(review => review.Feedback.CreatedDate.Offset == TimeSpan.Zero);
        _reviews.ShouldContain(review => review.Feedback.UserName.Length == 0);
    }
}
