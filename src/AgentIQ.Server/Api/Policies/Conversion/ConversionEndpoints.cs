using AgentIQ.Rules;
using AgentIQ.Rules.Forms;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AgentIQ.Server.Api.Policies.Conversion;

/// <summary>Rewrites a row from cells to a free condition and back.</summary>
internal static class ConversionEndpoints
{
    public static IEndpointRouteBuilder MapPolicyConversion(this IEndpointRouteBuilder set)
    {
        set.MapPost("/conversion", Convert)
            .WithName("convertPolicyRow").WithSummary("Write a row as cells, or as a free condition")
            .WithDescription("Both mean the same. Stores nothing.").ProducesProblem(404).ProducesProblem(413).ProducesProblem(422);
        return set;
    }

    private static Results<Ok<PolicyTextView>, ProblemHttpResult> Convert(string set, ConvertPolicyRowRequest request, HttpContext context, IPolicies policies, PolicyDocuments documents)
    {
        if (PolicyDocuments.Refuse(request.Document) is { } refusal)
        {
            return context.Problem(refusal);
        }

        try
        {
            var table = documents.Compile(set, request.Document).Source.Tables.FirstOrDefault(known => string.Equals(known.Name, request.Table, StringComparison.Ordinal));
            if (table is null || !table.Rows.Any(known => string.Equals(known.Id, request.Row, StringComparison.Ordinal)))
            {
                return context.Problem(PolicyProblems.UnknownRow);
            }

            return TypedResults.Ok(new PolicyTextView(request.To is PolicyRowForm.Cells
                ? RowForms.ToCells(request.Document, policies.Catalogue, request.Table, request.Row)
                : RowForms.ToCondition(request.Document, policies.Catalogue, request.Table, request.Row)));
        }
        catch (RuleSetException unreadable)
        {
            return context.Problem(PolicyProblems.Unreadable, set, unreadable);
        }
    }
}
