using AgentIQ.Simulator.Wildberries.Errors;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.RateLimits;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>The table of the API's methods.</summary>
internal static class WildberriesEndpoints
{
    public static void MapWildberries(this IEndpointRouteBuilder app, WildberriesSimulator simulator)
    {
        var errors = new FeedbackErrors(simulator.Random);
        var gateway = new WildberriesGateway(simulator, errors);
        foreach (var route in Routes(errors))
        {
            app.MapMethods(route.Path, [route.Method], (RequestDelegate)(context => gateway.HandleAsync(context, route)));
        }

        app.MapFallback("{**path}", context => gateway.HandleAsync(context, route: null));
    }

    private static IEnumerable<WildberriesRoute> Routes(FeedbackErrors errors)
    {
        var read = new FeedbackReading(errors);
        var write = new FeedbackWriting(errors);
        return
        [
            new("GET", "/ping", General.Ping) { Group = "ping", Limit = RateLimit.Ping, BaseLimit = RateLimit.Ping },
            new("GET", "/api/v1/seller-info", General.SellerInfo)
            {
                Category = WildberriesTokenScopes.None,
                Group = "seller-info",
                Limit = RateLimit.SellerInfo,
                BaseLimit = RateLimit.SellerInfo,
            },
            new("GET", "/api/v1/new-feedbacks-questions", FeedbackReading.New),
            new("GET", "/api/v1/feedbacks/count-unanswered", FeedbackReading.CountUnanswered),
            new("GET", "/api/v1/feedbacks/count", read.Count),
            new("GET", "/api/v1/feedbacks", read.List),
            new("GET", "/api/v1/feedbacks/archive", read.Archive),
            new("GET", "/api/v1/feedback", read.One),
            new("POST", "/api/v1/feedbacks/answer", write.PostAnswer),
            new("PATCH", "/api/v1/feedbacks/answer", write.PatchAnswer),
            new("POST", "/api/v1/feedbacks/order/return", write.OfferReturn),
        ];
    }
}
