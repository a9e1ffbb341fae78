namespace AgentIQ.Intelligence.Intents;

/// <summary>Weighs the evidence of one text.</summary>
internal sealed class Balance
{
    private readonly CustomerText _customer;
    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly int _positive;
    private readonly int _negative;
    private readonly bool _asks;

    public Balance(CustomerText customer, ReviewSections sections, IReadOnlyCollection<EvidenceGroup> found, bool asks)
    {
        _customer = customer;
        _asks = asks;
        _positive = found.Count(group => group.Sentiment == "positive");
        _negative = found.Count(group => group.Sentiment == "negative") + (sections.Cons.Length > 0 && customer.Rating <= 4 ? 1 : 0);
        foreach (var group in found.Where(group => group.Intent is not null))
        {
            _weights[group.Intent!] = _weights.GetValueOrDefault(group.Intent!) + group.Weight;
        }

        var weighted = IntentNames.All.Select(name => (Name: name, Weight: Adjusted(name, sections))).MaxBy(intent => intent.Weight);
        Intent = weighted.Weight > 0 ? weighted.Name : WithoutEvidence(sections);
    }

    public string Intent { get; }

    /// <summary>The words and the rating together: praise under one star or a complaint under five is neutral.</summary>
    public string Sentiment
    {
        get
        {
            var rating = _customer.Rating switch { 5 => 2, 4 => 1, 2 => -2, 1 => -3, _ => 0 };
            var sum = rating + (2 * Math.Sign(_positive - _negative));
            return sum switch
            {
                // Stars over a bare question or over nothing to the point tell little.
                > 0 when _positive == 0 && IsReview && (_asks || Intent == IntentNames.Other) => "neutral",
                > 0 => "positive",
                < 0 => "negative",
                _ => _customer.Rating == 3 && IsReview && Complains ? "negative" : "neutral",
            };
        }
    }

    private bool Complains => Intent is IntentNames.QualityComplaint or IntentNames.DefectNotWorking or IntentNames.WrongItem or IntentNames.DeliveryDelay;

    private bool IsReview => _customer.Channel is not ("question" or "chat");

    private int? Rating => IsReview ? _customer.Rating : null;

    /// <summary>A happy customer who misses a case did not get too little: the flag needs the complaint to win.</summary>
    public bool Raises(EvidenceGroup group) =>
        group.Flag is not null && (group.Flag != FlagNames.MissingParts || Intent != IntentNames.Thanks);

    private double Adjusted(string intent, ReviewSections sections)
    {
        var weight = _weights.GetValueOrDefault(intent);
        return (intent, Rating) switch
        {
            // From four stars a complaint is a remark unless something is broken, wrong or wanted.
            (IntentNames.QualityComplaint, 5) => weight * 0.4,
            (IntentNames.QualityComplaint, 4) => weight * 0.5,
            (IntentNames.QualityComplaint or IntentNames.DefectNotWorking, <= 3) when weight > 0 => weight + 2,
            (IntentNames.DeliveryDelay or IntentNames.DeliveryStatus or IntentNames.CancelRequest, >= 4) => weight * 0.4,
            (IntentNames.RefundExchange, 5) when _positive > 0 && !_asks => weight * 0.5,
            // A question to the seller waits for an answer, praise does not.
            (IntentNames.Thanks, _) when IsReview && _asks => 0,
            (IntentNames.Thanks, >= 4) when weight > 0 || !Noise.Is(sections.Free) => weight + (_customer.Rating == 5 ? 2 : 1.5),
            (IntentNames.Thanks, 3) => _negative > 0 || sections.Cons.Length > 0 ? 0 : SaysThanks(weight),
            (IntentNames.Thanks, <= 2) => 0,
            // Who tells how a thing is used asks only when the text asks.
            (IntentNames.UsageHowto, >= 4) when !_asks => weight * 0.4,
            // In a question or a chat thanks are manners, unless nothing else was said.
            (IntentNames.Thanks, null) when !IsReview => weight * 0.5,
            _ => weight,
        };
    }

    private static bool Asks(string text) =>
        text.Contains('?', StringComparison.Ordinal) && text.Count(char.IsWhiteSpace) > 0 && !text.StartsWith("кто", StringComparison.OrdinalIgnoreCase);

    /// <summary>At three stars «норм» is no thanks; praise together with thanks is.</summary>
    private static double SaysThanks(double weight) => weight > 3 ? weight : 0;

    private string WithoutEvidence(ReviewSections sections)
    {
        var silent = sections.Free.Length + sections.Pros.Length + sections.Cons.Length == 0;
        return Rating switch
        {
            not null when Noise.Is(sections.Free) => IntentNames.Other,
            >= 3 when _asks => IntentNames.ProductSpec,
            >= 4 => IntentNames.Thanks,
            <= 3 when !silent && _positive == 0 => IntentNames.QualityComplaint,
            3 when sections.Cons.Length > 0 => IntentNames.QualityComplaint,
            // Who asks under a product without a word that we know asks about the product.
            null when _customer.Channel == "question" && Asks(sections.Free) => IntentNames.ProductSpec,
            _ => IntentNames.Other,
        };
    }
}
