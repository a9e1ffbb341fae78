using AgentIQ.Postgres;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Automation;

/// <summary>What a change of the <c>auto-action</c> policy would have meant: replies that leave without a person.</summary>
internal sealed class AutoActionConsequences : IConsequences
{
    public string Set => "auto-action";

    public IConsequenceCounter NewCounter() => new Counter();

    private sealed class Counter : IConsequenceCounter
    {
        private static readonly LocalizedText Title = new("Ответов ушло бы без человека", "Replies that would have left without a person");

        private long _before;
        private long _after;

        public Task AddAsync(TenantScope scope, IReadOnlyList<RemadeDecision> decisions, CancellationToken ct)
        {
            Interlocked.Add(ref _before, decisions.LongCount(decision => decision.Before.Text("send") == "automatic"));
            Interlocked.Add(ref _after, decisions.LongCount(decision => decision.After.Text("send") == "automatic"));
            return Task.CompletedTask;
        }

        public IReadOnlyList<BacktestConsequence> Result() => [new("sent_without_person", Title, Interlocked.Read(ref _before), Interlocked.Read(ref _after))];
    }
}
