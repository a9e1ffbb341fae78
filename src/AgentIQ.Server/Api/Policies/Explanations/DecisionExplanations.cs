using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Explaining;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Problems;

namespace AgentIQ.Server.Api.Policies.Explanations;

/// <summary>
/// Explains recorded decisions: by the version that decided and the facts that it saw where both can still be had, else by what is
/// nearest to them, and says so.
/// </summary>
internal sealed class DecisionExplanations(IPolicies policies, IDecisionLog decisions, IReplays replays)
{
    private static readonly LocalText OtherVersion = new(
        "Версию, которая решала, уже не восстановить: показано, что скажет действующая.",
        "The version that decided cannot be had any more: this is what the one in force says.");

    private static readonly LocalText OtherFacts = new(
        "Часть фактов уже не восстановить: показано по тем, что остались в журнале.",
        "Some of the facts cannot be had any more: this goes by those that the log has kept.");

    private static readonly LocalText OtherResult = new(
        "Те же правила на тех же фактах сегодня решили бы иначе: программа с тех пор изменилась.",
        "The same rules on the same facts would decide otherwise today: the program has changed since.");

    /// <summary>Null when there is no such decision about that subject, or its set is gone.</summary>
    public async Task<ExplanationView?> FindAsync(TenantScope scope, Guid subjectId, Guid decisionId, Language language, CancellationToken ct)
    {
        if (await decisions.FindAsync(scope, decisionId, ct) is not { } decision || decision.SubjectId != subjectId)
        {
            return null;
        }

        var replay = await replays.ReplayAsync(scope, decision, ct);
        if ((replay.Set ?? Current(scope.TenantId, decision.Set)) is not { } set)
        {
            return null;
        }

        var inexact = replay switch
        {
            { Set: null } => OtherVersion,
            { Facts: null } => OtherFacts,
            { Differences.Count: > 0 } => OtherResult,
            _ => null,
        };
        return ExplanationViews.Of(Explainer.Explain(set, replay.Facts ?? Remaining(decision, set.Source.Facts)), inexact?.In(language), language);
    }

    private Rules.Compilation.CompiledRuleSet? Current(Guid sellerId, string set) =>
        policies.Sets.Contains(set, StringComparer.Ordinal) ? policies.Current(sellerId, set) : null;

    /// <summary>What the log itself has kept: everything but people's words, and facts that still mean the same.</summary>
    private static FactValues Remaining(RecordedDecision decision, FactCatalogue catalogue)
    {
        var facts = JsonNode.Parse(decision.Facts)!.AsObject();
        foreach (var (name, value) in facts.ToList())
        {
            var one = new JsonObject { [name] = value?.DeepClone() };
            if (value is JsonObject || !IsReadable(one, catalogue))
            {
                facts.Remove(name);
            }
        }

        return FactsReader.Read(facts.ToJsonString(), catalogue, decision.At);
    }

    private static bool IsReadable(JsonObject fact, FactCatalogue catalogue)
    {
        try
        {
            FactsReader.Read(fact.ToJsonString(), catalogue);
            return true;
        }
        catch (RuleSetException)
        {
            return false;
        }
    }
}
