using AgentIQ.Rules.Text;

namespace AgentIQ.Intelligence.Intents;

/// <summary>
/// Tells what a customer's text is about by weighing evidence from a dictionary, with the channel and the rating.
/// Immutable and safe to share between threads.
/// </summary>
/// <remarks>
/// Every group of evidence that is found adds its weight to its intent; the rating then shifts the balance (a defect is
/// a defect at any rating, a small complaint at five stars is praise with a remark), and the heaviest intent wins. Where
/// there is no evidence at all the rating of a review decides alone.
/// </remarks>
public sealed class IntentClassifier
{
    private static readonly HashSet<string> BeforePurchase = new(StringComparer.Ordinal)
    {
        IntentNames.PrePurchase, IntentNames.SizingFit, IntentNames.Availability, IntentNames.Compatibility, IntentNames.ProductSpec,
    };

    private readonly EvidenceDictionary _dictionary;

    private IntentClassifier(EvidenceDictionary dictionary) => _dictionary = dictionary;

    /// <summary>The classifier with the dictionary that ships. Takes some tens of milliseconds: make one and keep it.</summary>
    public static IntentClassifier Shipped() => new(EvidenceDictionary.Shipped());

    /// <summary>Classifies one text. Never fails, whatever the text holds.</summary>
    public Classification Classify(CustomerText customer)
    {
        ArgumentNullException.ThrowIfNull(customer);
        var sections = ReviewSections.Of(customer);
        var questions = Listens(customer) ? Questions.In(sections.Free) : new Questions(sections.Free, "");
        var found = Collect(customer, sections with { Free = questions.Told });
        var asked = Asked(questions);
        foreach (var (group, phrase) in asked)
        {
            found.TryAdd(group, phrase);
        }

        SetRightWhatTheTextSetsRight(customer, found);
        var balance = new Balance(customer, sections, found.Keys, asks: asked.Count > 0 || questions.IsPlain);
        var intent = balance.Intent;
        var flags = found.Keys.Where(group => balance.Raises(group)).Select(group => group.Flag!).ToHashSet(StringComparer.Ordinal);
        var evidence = found.Where(pair => pair.Key.Intent == intent || (pair.Key.Flag is { } flag && flags.Contains(flag)))
            .Select(pair => new Evidence(pair.Key.Id, pair.Value)).ToList();
        if (PersonalData.Find(customer.Text) is { } personal)
        {
            flags.Add(FlagNames.PersonalData);
            evidence.Add(new Evidence("personal-data", personal));
        }

        return new Classification(intent, [.. FlagNames.All.Where(flags.Contains)], balance.Sentiment, evidence);
    }

    // Under one and two stars a question is a reproach more often than not.
    private static bool Listens(CustomerText customer) => customer is { Channel: not ("question" or "chat"), Rating: null or >= 3 };

    /// <summary>Full praise that tells of a worry which came to nothing is no complaint: «боялась, что подделка, а зря».</summary>
    private static void SetRightWhatTheTextSetsRight(CustomerText customer, Dictionary<EvidenceGroup, string> found)
    {
        if (customer is { Channel: not ("question" or "chat"), Rating: 5 }
            && found.Keys.Any(group => group.Id == "resolved")
            && found.Keys.Any(group => group.Intent == IntentNames.Thanks))
        {
            foreach (var group in found.Keys.Where(group => group is { Sentiment: "negative", Flag: null or FlagNames.CounterfeitSuspicion }).ToList())
            {
                found.Remove(group);
            }
        }
    }

    /// <summary>
    /// What a question in a review is about: the groups that a question under the product would raise. «Будет в хаки?» may
    /// need the words around it.
    /// </summary>
    private Dictionary<EvidenceGroup, string> Asked(Questions questions)
    {
        var inQuestion = Asking(questions.Asked);
        return inQuestion.Count == 0 && questions.IsPlain ? Asking(questions.Told) : inQuestion;
    }

    private Dictionary<EvidenceGroup, string> Asking(string text) =>
        _dictionary.Find(RussianText.Prepare(text))
            .Where(pair => pair.Key.Intent == IntentNames.UsageHowto || BeforePurchase.Contains(pair.Key.Intent ?? ""))
            .Where(pair => pair.Key.AppliesTo("question", rating: null) || pair.Key.AppliesTo(EvidenceGroup.AskedInReview, rating: null))
            .ToDictionary();

    private Dictionary<EvidenceGroup, string> Collect(CustomerText customer, ReviewSections sections)
    {
        var found = new Dictionary<EvidenceGroup, string>();
        foreach (var part in new[] { sections.Free, sections.Pros, sections.Cons })
        {
            foreach (var (group, phrase) in _dictionary.Find(RussianText.Prepare(part)))
            {
                var asked = !BeforePurchase.Contains(group.Intent ?? "") || customer.Channel != "review";
                if (asked && group.AppliesTo(customer.Channel, customer.Rating))
                {
                    found.TryAdd(group, phrase);
                }
            }
        }

        return found;
    }
}
