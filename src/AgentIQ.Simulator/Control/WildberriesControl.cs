using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Faults;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Control;

/// <summary>The control over HTTP, under <c>/_simulator</c>. It is not part of any contract of the vendor, and asks for no token.</summary>
internal static class WildberriesControl
{
    public static void MapWildberriesControl(this IEndpointRouteBuilder app, WildberriesSimulator simulator)
    {
        var control = app.MapGroup("/_simulator/wildberries");
        control.MapGet("/sellers", Reply(_ => simulator.Sellers.Select(Summary)));
        control.MapPost("/sellers", ReplyTo<NewSeller>((_, body) => Summary(simulator.AddSeller(body.Name, body.TradeMark))));
        control.MapPost("/sellers/{sid:guid}/tokens", ReplyTo<NewToken>((context, body) => new
        {
            token = Seller(simulator, context).IssueToken(body.Kind, body.ReadOnly ? WildberriesTokenScopes.Communications | WildberriesTokenScopes.ReadOnly : WildberriesTokenScopes.Communications),
        }));
        control.MapGet("/sellers/{sid:guid}/feedbacks", Reply(context => Seller(simulator, context).Feedbacks));
        control.MapPost("/sellers/{sid:guid}/feedbacks", ReplyTo<Feedback>((context, body) => Seller(simulator, context).Add(body)));
        control.MapPut("/sellers/{sid:guid}/feedbacks/{id}", ReplyTo<Feedback>((context, body) => Seller(simulator, context).Edit(Id(context), _ => body)));
        control.MapDelete("/sellers/{sid:guid}/feedbacks/{id}", Reply(context => new { removed = Seller(simulator, context).Remove(Id(context)) }));
        control.MapPost("/sellers/{sid:guid}/feed/next", Reply(context => Seller(simulator, context).FeedNext()));
        control.MapGet("/sellers/{sid:guid}/answers", Reply(context => Seller(simulator, context).Answers));
        control.MapGet("/sellers/{sid:guid}/stray-answers", Reply(context => Seller(simulator, context).StrayAnswers));
        control.MapGet("/requests", Reply(_ => simulator.Requests));
        control.MapGet("/faults", Reply(_ => simulator.Faults.Pending));
        control.MapPost("/faults", ReplyTo<Fault>((_, body) => Done(() => simulator.Faults.Add(body))));
        control.MapDelete("/faults", Reply(_ => Done(simulator.Faults.Clear)));
        control.MapPut("/moderation", ReplyTo<ModerationClock>((_, body) => Done(() => simulator.ModerationDelay = TimeSpan.FromSeconds(body.DelaySeconds))));
        control.MapPost("/moderation/finish", Reply(_ => Done(simulator.FinishModeration)));
        control.MapPost("/rate-limits/reset", Reply(_ => Done(simulator.ResetRateLimits)));
    }

    private static RequestDelegate Reply(Func<HttpContext, object?> reply) => context => AnswerAsync(context, () => reply(context));

    private static RequestDelegate ReplyTo<TBody>(Func<HttpContext, TBody, object?> reply) => async context =>
    {
        TBody? body;
        try
        {
            body = await context.Request.ReadFromJsonAsync<TBody>(ControlJson.Options, context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException)
        {
            await RefuseAsync(context, $"expected a JSON body of {typeof(TBody).Name}: {exception.Message}").ConfigureAwait(false);
            return;
        }

        if (body is null)
        {
            await RefuseAsync(context, $"expected a JSON body of {typeof(TBody).Name}, got null").ConfigureAwait(false);
            return;
        }

        await AnswerAsync(context, () => reply(context, body)).ConfigureAwait(false);
    };

    private static Task AnswerAsync(HttpContext context, Func<object?> reply)
    {
        try
        {
            return context.Response.WriteAsJsonAsync(reply(), ControlJson.Options, context.RequestAborted);
        }
        catch (Exception exception) when (exception is ArgumentException or BadHttpRequestException)
        {
            return RefuseAsync(context, exception.Message);
        }
    }

    private static Task RefuseAsync(HttpContext context, string problem)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(new { error = problem }, ControlJson.Options, context.RequestAborted);
    }

    private static object Done(Action action)
    {
        action();
        return new { done = true };
    }

    private static WildberriesSeller Seller(WildberriesSimulator simulator, HttpContext context)
    {
        var sid = Guid.Parse((string)context.Request.RouteValues["sid"]!);
        return simulator.FindSeller(sid) ?? throw new BadHttpRequestException($"expected the sid of a seller, got {sid}: GET /_simulator/wildberries/sellers lists them");
    }

    private static string Id(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    private static object Summary(WildberriesSeller seller) => new
    {
        seller.Sid,
        seller.Name,
        seller.TradeMark,
        Feedbacks = seller.Feedbacks.Count,
        Unanswered = seller.Feedbacks.Count(feedback => feedback.State == AnswerState.None),
        Answers = seller.Answers.Count,
        seller.Feed,
    };

    private sealed record NewSeller(string Name, string? TradeMark);

    private sealed record NewToken(WildberriesTokenKind Kind = WildberriesTokenKind.Personal, bool ReadOnly = false);

    private sealed record ModerationClock(double DelaySeconds);
}
