using AgentIQ.Simulator.Wildberries.Errors;
using AgentIQ.Simulator.Wildberries.Gateway;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>The reading methods of the feedbacks service.</summary>
internal sealed class FeedbackReading(FeedbackErrors errors)
{
    /// <summary>The cabinet's day is Moscow's.</summary>
    private static readonly TimeSpan Moscow = TimeSpan.FromHours(3);

    public static WireResponse New(WildberriesCall call) => FeedbackErrors.Success(new
    {
        hasNewQuestions = false,
        hasNewFeedbacks = call.Seller.Shelf.Views().Any(feedback => !feedback.WasViewed),
    });

    public static WireResponse CountUnanswered(WildberriesCall call)
    {
        var unanswered = Unanswered(call.Seller.Shelf.Views()).ToList();
        return FeedbackErrors.Success(new
        {
            countUnanswered = unanswered.Count,
            countUnansweredToday = unanswered.Count(feedback => feedback.CreatedDate.ToOffset(Moscow).Date == call.Now.ToOffset(Moscow).Date),
        });
    }

    public WireResponse Count(WildberriesCall call)
    {
        var (query, error) = FeedbackQuery.Count(call.Query);
        return error is null ? FeedbackErrors.Success(query.Filter(call.Seller.Shelf.Views()).Count()) : errors.Error(400, error);
    }

    public WireResponse List(WildberriesCall call)
    {
        var (query, error) = FeedbackQuery.List(call.Query);
        if (error is not null)
        {
            return errors.Error(400, error);
        }

        var views = call.Seller.Shelf.Views();
        var unanswered = Unanswered(views).Count();
        return FeedbackErrors.Success(new
        {
            countUnanswered = unanswered,
            countArchive = views.Count - unanswered,
            feedbacks = query.TakePage(views),
        });
    }

    public WireResponse Archive(WildberriesCall call)
    {
        var (query, error) = FeedbackQuery.Archive(call.Query);
        return error is null
            ? FeedbackErrors.Success(new { feedbacks = (query with { IsAnswered = true }).TakePage(call.Seller.Shelf.Views()) })
            : errors.Error(400, error);
    }

    public WireResponse One(WildberriesCall call) =>
        call.Seller.Shelf.Find(call.Query["id"].ToString()) is { } feedback
            ? FeedbackErrors.Success(feedback)
            : errors.Error(422, FeedbackErrors.FeedbackUnavailable);

    private static IEnumerable<Feedback> Unanswered(IEnumerable<Feedback> feedbacks) => feedbacks.Where(feedback => feedback.State == AnswerState.None);
}
