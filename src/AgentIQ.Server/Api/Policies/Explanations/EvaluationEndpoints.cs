using System.Text.Json;
using AgentIQ.Rules;
using AgentIQ.Rules.Explaining;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Problems;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Explanations;

/// <summary>Tries a set with facts typed by hand.</summary>
internal static class EvaluationEndpoints
{
    public static IEndpointRouteBuilder MapPolicyEvaluation(this IEndpointRouteBuilder set)
    {
        set.MapPost("/evaluation", Evaluate)
            .WithName("evaluatePolicy").WithSummary("What a set decides about some facts, and why")
            .WithDescription("Without a document the version in force is asked. Records nothing.").ProducesProblem(404).ProducesProblem(413).ProducesProblem(422);
        return set;
    }

    private static Results<Ok<ExplanationView>, ProblemHttpResult> Evaluate(
        string set, EvaluatePolicyRequest request, HttpContext context, CurrentUser user, IPolicies policies, PolicyDocuments documents, TimeProvider time)
    {
        if (request.Document is { } text && PolicyDocuments.Refuse(text) is { } refusal)
        {
            return context.Problem(refusal);
        }

        var language = context.Request.Language();
        var problem = PolicyProblems.Unreadable;
        try
        {
            var compiled = request.Document is { } document ? documents.Compile(set, document) : policies.Current(user.SellerId, set);
            problem = PolicyProblems.FactsUnreadable;
            var facts = FactsReader.Read(JsonSerializer.Serialize(request.Facts), compiled.Source.Facts, time.GetUtcNow());
            return TypedResults.Ok(ExplanationViews.Of(Explainer.Explain(compiled, facts), inexactBecause: null, language));
        }
        catch (RuleSetException unreadable)
        {
            return context.Problem(problem, set, unreadable);
        }
    }
}

/// <summary>Tries a set.</summary>
/// <param name="Facts">What is known, by the names of the catalogue; null and missing both mean unknown.</param>
/// <param name="Document">The set as JSON text; null for the version in force.</param>
public sealed record EvaluatePolicyRequest(IReadOnlyDictionary<string, JsonElement> Facts, string? Document = null);
