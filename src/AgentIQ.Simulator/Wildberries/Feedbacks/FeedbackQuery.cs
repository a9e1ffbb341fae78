using System.Globalization;
using AgentIQ.Simulator.Wildberries.Errors;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>The parameters of the list, the count and the archive, checked as the service checks them.</summary>
internal sealed record FeedbackQuery
{
    /// <summary>The largest page.</summary>
    public const int MaxTake = 5000;

    /// <summary>The furthest page.</summary>
    public const int MaxSkip = 199990;

    public bool? IsAnswered { get; init; }
    public long? Article { get; init; }
    public bool OldestFirst { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? To { get; init; }
    public int Take { get; init; } = int.MaxValue;
    public int Skip { get; init; }

    /// <summary>Parameters of the list: isAnswered, take and skip are required.</summary>
    public static (FeedbackQuery Query, string? Error) List(IQueryCollection parameters)
    {
        if (!bool.TryParse(parameters["isAnswered"], out var isAnswered))
        {
            return (new(), FeedbackErrors.BadIsAnswered);
        }

        var (query, error) = Page(parameters);
        return error is null ? Dates(query with { IsAnswered = isAnswered }, parameters) : (query, error);
    }

    /// <summary>Parameters of the archive: take and skip are required.</summary>
    public static (FeedbackQuery Query, string? Error) Archive(IQueryCollection parameters) => Page(parameters);

    /// <summary>Parameters of the count: all optional, isAnswered is true unless said otherwise.</summary>
    public static (FeedbackQuery Query, string? Error) Count(IQueryCollection parameters)
    {
        var isAnswered = true;
        if (parameters.ContainsKey("isAnswered") && !bool.TryParse(parameters["isAnswered"], out isAnswered))
        {
            return (new(), FeedbackErrors.BadIsAnswered);
        }

        return Dates(new FeedbackQuery { IsAnswered = isAnswered }, parameters);
    }

    /// <summary>What matches, in order, before paging.</summary>
    public IEnumerable<Feedback> Filter(IEnumerable<Feedback> feedbacks)
    {
        var found = feedbacks.Where(feedback =>
            (IsAnswered is null || IsAnswered == (feedback.State == AnswerState.Published))
            && (Article is null || feedback.ProductDetails.NmId == Article)
            && (From is null || feedback.CreatedDate >= From)
            && (To is null || feedback.CreatedDate <= To));
        // The id makes the order total, so that pages neither repeat nor skip feedbacks of one second.
        return OldestFirst
            ? found.OrderBy(feedback => feedback.CreatedDate).ThenBy(feedback => feedback.Id, StringComparer.Ordinal)
            : found.OrderByDescending(feedback => feedback.CreatedDate).ThenByDescending(feedback => feedback.Id, StringComparer.Ordinal);
    }

    public IReadOnlyList<Feedback> TakePage(IEnumerable<Feedback> feedbacks) => [.. Filter(feedbacks).Skip(Skip).Take(Take)];

    private static (FeedbackQuery Query, string? Error) Page(IQueryCollection parameters)
    {
        var order = parameters["order"].ToString();
        long? article = null;
        if (parameters.ContainsKey("nmId"))
        {
            if (!long.TryParse(parameters["nmId"], NumberStyles.None, CultureInfo.InvariantCulture, out var value))
            {
                return (new(), FeedbackErrors.Generic);
            }

            article = value;
        }

        // The vendor names no error for a wrong page: the generic text is assumed.
        if (!Number(parameters, "take", MaxTake, out var take) || !Number(parameters, "skip", MaxSkip, out var skip) || order is not ("" or "dateAsc" or "dateDesc"))
        {
            return (new(), FeedbackErrors.Generic);
        }

        return (new FeedbackQuery { Take = take, Skip = skip, Article = article, OldestFirst = order == "dateAsc" }, null);
    }

    private static (FeedbackQuery Query, string? Error) Dates(FeedbackQuery query, IQueryCollection parameters)
    {
        if (!Time(parameters, "dateFrom", out var from))
        {
            return (query, FeedbackErrors.BadDateFrom);
        }

        return Time(parameters, "dateTo", out var to) ? (query with { From = from, To = to }, null) : (query, FeedbackErrors.BadDateTo);
    }

    private static bool Number(IQueryCollection parameters, string name, int maximum, out int value) =>
        int.TryParse(parameters[name], NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= maximum;

    private static bool Time(IQueryCollection parameters, string name, out DateTimeOffset? value)
    {
        value = null;
        if (!parameters.ContainsKey(name))
        {
            return true;
        }

        if (!long.TryParse(parameters[name], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        value = DateTimeOffset.FromUnixTimeSeconds(seconds);
        return true;
    }
}
