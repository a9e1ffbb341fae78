using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;

namespace AgentIQ.Server.Api.Policies.Backtests;

/// <summary>What a text would have decided over the seller's history.</summary>
internal static class BacktestEndpoints
{
    private const int OrdinarySamples = 20;

    private const int MostSamples = 100;

    public static IEndpointRouteBuilder MapPolicyBacktests(this IEndpointRouteBuilder set)
    {
        set.MapPost("/backtests", Run)
            .WithName("runPolicyBacktest").WithSummary("What a text would have decided differently over recorded decisions")
            .WithDescription("Answers one JSON object a line: progress, then a report or a problem. Close the connection to stop it. Stores nothing.")
            .Produces<BacktestLine>(200, BacktestStream.ContentType)
            .ProducesProblem(404).ProducesProblem(413).ProducesProblem(422).ProducesProblem(429);
        return set;
    }

    private static IResult Run(string set, RunBacktestRequest request, HttpContext context, CurrentUser user, PolicyDocuments documents, BacktestSlots slots)
    {
        if (PolicyDocuments.Refuse(request.Document) is { } refusal)
        {
            return context.Problem(refusal);
        }

        var samples = request.Samples ?? OrdinarySamples;
        if (request.From >= request.To || samples is < 0 or > MostSamples)
        {
            return context.Problem(PolicyProblems.BadBacktest);
        }

        var language = context.Request.Language();
        CompiledRuleSet draft;
        try
        {
            draft = documents.CompileOf(set, request.Document);
        }
        catch (RuleSetException unreadable)
        {
            return context.Problem(PolicyProblems.Unreadable, set, unreadable);
        }

        return slots.TryTake(user.UserId) is { } slot
            ? new BacktestStream(
                user.SellerId,
                draft,
                new BacktestRequest(draft.Source.Document, request.From.ToUniversalTime(), request.To.ToUniversalTime()) { Samples = samples },
                language,
                slot)
            : context.Problem(PolicyProblems.BacktestRunning);
    }
}
