using AgentIQ.Intelligence.Intents;

namespace AgentIQ.Intelligence.Tests.Intents;

/// <summary>How often the classifier agrees with a careful reader, with a floor for all and for each intent.</summary>
public sealed class IntentAccuracyTests
{
    private static readonly IntentClassifier Classifier = Support.Shipped.Classifier;

    private static readonly IReadOnlyList<(LabelledText Expected, Classification Actual)> Results =
        [.. LabelledText.ReadAll().Select(labelled => (labelled, Classifier.Classify(labelled.Customer)))];

    [Fact]
    public void Agrees_with_a_reader_on_nearly_all_intents() => Share(Results, Agrees).ShouldBeGreaterThanOrEqualTo(0.97, Misses(Agrees));

    [Fact]
    public void Agrees_on_each_intent()
    {
        var weak = Results.GroupBy(result => result.Expected.Intent, StringComparer.Ordinal).Where(group => Share([.. group], Agrees) < 0.85);
        weak.Select(group => group.Key).ShouldBeEmpty(Misses(Agrees));
    }

    [Fact]
    public void Agrees_on_flags() => Share(Results, SameFlags).ShouldBeGreaterThanOrEqualTo(0.98, Misses(SameFlags));

    private static bool Agrees((LabelledText Expected, Classification Actual) result) => result.Expected.Intent == result.Actual.Intent;

    private static bool SameFlags((LabelledText Expected, Classification Actual) result) =>
        result.Expected.Flags.ToHashSet(StringComparer.Ordinal).SetEquals(result.Actual.Flags);

    private static double Share(IReadOnlyCollection<(LabelledText, Classification)> results, Func<(LabelledText, Classification), bool> right) =>
        (double)results.Count(right) / results.Count;

    private static string Misses(Func<(LabelledText Expected, Classification Actual), bool> right) => string.Join('\n', Results.Where(result => !right(result)).Select(result =>
        $"{result.Expected.Customer.Channel} {result.Expected.Customer.Rating} «{result.Expected.Customer.Text}»: expected {result.Expected.Intent} [{string.Join(' ', result.Expected.Flags)}], "
        + $"came {result.Actual.Intent} [{string.Join(' ', result.Actual.Flags)}] by {string.Join("; ", result.Actual.Evidence.Select(evidence => $"{evidence.Id}: {evidence.Phrase}"))}"));
}
