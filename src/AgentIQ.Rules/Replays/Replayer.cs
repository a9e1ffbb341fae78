using System.Text;
using System.Text.Json.Nodes;
using AgentIQ.Postgres;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Rules.Replays;

/// <summary>Replays over the decision log in PostgreSQL.</summary>
internal sealed class Replayer(IPolicies policies, IPolicyStore store) : IReplays
{
    public async Task<Replay> ReplayAsync(TenantScope scope, RecordedDecision decision, CancellationToken ct)
    {
        var (set, reason) = await SetAsync(scope, decision, ct);
        if (set is null)
        {
            return new Replay(decision, null, null, reason, []);
        }

        var facts = new FactValues(set.Source.Facts);
        var texts = await BacktestQueries.TextsAsync(scope, [decision.SubjectId], ct);
        if (new RecordedFactsReader(set.Source.Facts, texts.GetValueOrDefault).Read(Encoding.UTF8.GetBytes(decision.Facts), decision.FactsAt, facts) is { } missing)
        {
            return new Replay(decision, set, null, missing, []);
        }

        return new Replay(decision, set, facts, null, Differences(decision, set.Evaluate(facts)));
    }

    private async Task<(CompiledRuleSet? Set, string? Reason)> SetAsync(TenantScope scope, RecordedDecision decision, CancellationToken ct)
    {
        if (!RuleSetVersion.TryParse(decision.Version, out var version))
        {
            return (null, $"{decision.Version} is not a version");
        }

        if (policies.Sets.Contains(decision.Set) && policies.Current(scope.TenantId, decision.Set) is { } current && current.Version == version && current.Hash == decision.Hash)
        {
            return (current, null);
        }

        if (await store.FindAsync(scope, decision.Set, version, ct) is not { } document)
        {
            return (null, $"{decision.Set} {decision.Version} is not stored any more");
        }

        if (document.Hash != decision.Hash)
        {
            return (null, $"{decision.Set} {decision.Version} has another text than the one that decided");
        }

        try
        {
            return (RuleSetCompiler.CompileWithoutExamples(document, policies.Catalogue, version), null);
        }
        catch (RuleSetException exception)
        {
            return (null, $"{decision.Set} {decision.Version} does not suit the facts of today: {exception.Faults[0]}");
        }
    }

    private static List<string> Differences(RecordedDecision recorded, Decision again)
    {
        List<string> differences = [];
        var outputs = again.Outputs.ToJson();
        if (!JsonNode.DeepEquals(JsonNode.Parse(recorded.Outputs), JsonNode.Parse(outputs)))
        {
            differences.Add($"expected the outputs {recorded.Outputs}, came {outputs}");
        }

        string[] rows = [.. recorded.Rows.Select(row => row.Id)];
        string[] rowsAgain = [.. again.Rows.Select(row => row.Id)];
        if (!rows.SequenceEqual(rowsAgain, StringComparer.Ordinal))
        {
            differences.Add($"expected the rows {string.Join(", ", rows)}, came {string.Join(", ", rowsAgain)}");
        }

        return differences;
    }
}
