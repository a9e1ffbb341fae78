using System.Text.Json;
using AgentIQ.Intelligence.Intents;

namespace AgentIQ.Intelligence.Tests.Intents;

/// <summary>
/// The simulator's reviews, labelled by another hand than the dictionary's. The even ones taught the dictionary; the odd ones
/// are the honest figure and are not read when it is tuned.
/// </summary>
public sealed class ShippedReviewsTests
{
    private static readonly IReadOnlyList<(int Index, Record Review, Classification Actual)> Results = [.. Written().Index()
        .Select(item => (item.Index, item.Item, Support.Shipped.Classifier.Classify(item.Item.Customer)))];

    [Theory]
    [InlineData(0, 0.97)]
    [InlineData(1, 0.88)]
    public void Agrees_on_intents(int parity, double floor) =>
        Share(parity, result => result.Review.Labels.Intent == result.Actual.Intent).ShouldBeGreaterThanOrEqualTo(floor);

    [Theory]
    [InlineData(0, 0.92)]
    [InlineData(1, 0.85)]
    public void Agrees_on_sentiment(int parity, double floor) =>
        Share(parity, result => result.Review.Labels.Sentiment == result.Actual.Sentiment).ShouldBeGreaterThanOrEqualTo(floor);

    [Fact]
    public void Misses_no_flag() =>
        Results.Where(result => result.Review.Labels.Flags.Except(result.Actual.Flags, StringComparer.Ordinal).Any()).Select(result => result.Review.Text).ShouldBeEmpty();

    private static double Share(int parity, Func<(int Index, Record Review, Classification Actual), bool> right) =>
        Results.Where(result => result.Index % 2 == parity).Average(result => right(result) ? 1.0 : 0.0);

    private static IEnumerable<Record> Written()
    {
        using var stream = typeof(ShippedReviewsTests).Assembly.GetManifestResourceStream("reviews.ru.json")!;
        return JsonSerializer.Deserialize<List<Record>>(stream, JsonSerializerOptions.Web)!.Where(review => !string.IsNullOrWhiteSpace(review.Text + review.Pros + review.Cons));
    }

    private sealed record Record(string Text, string Pros, string Cons, int ProductValuation, Labels Labels)
    {
        public CustomerText Customer => new(Text, "review", ProductValuation, Pros, Cons);
    }

    private sealed record Labels(string Intent, IReadOnlyList<string> Flags, string Sentiment);
}
