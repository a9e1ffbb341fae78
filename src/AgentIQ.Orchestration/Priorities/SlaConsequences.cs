using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Decisions;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Orchestration.Priorities;

/// <summary>
/// What a change of the <c>sla</c> policy would have meant: the deadlines of both versions against the answers that were really given. Pauses in
/// which the customer was waited for are not taken out, because neither version changes them.
/// </summary>
internal sealed class SlaConsequences(AnswerTimes answers, TimeProvider clock) : IConsequences
{
    private static readonly IReadOnlyList<(string Output, string Code, LocalizedText Title)> Deadlines =
    [
        ("first_response_minutes", "first_response_missed", new("Первый ответ позже срока", "First responses after their deadline")),
        ("escalate_minutes", "escalated", new("Обращений дождалось эскалации", "Interactions that would have escalated")),
        ("hard_deadline_minutes", "hard_deadline_missed", new("Крайний срок сорван", "Hard deadlines missed")),
    ];

    public string Set => "sla";

    public IConsequenceCounter NewCounter() => new Counter(answers, clock.GetUtcNow());

    private sealed class Counter(AnswerTimes answers, DateTimeOffset now) : IConsequenceCounter
    {
        private readonly long[] _before = new long[Deadlines.Count];
        private readonly long[] _after = new long[Deadlines.Count];

        public async Task AddAsync(TenantScope scope, IReadOnlyList<RemadeDecision> decisions, CancellationToken ct)
        {
            // An interaction that was prioritised several times had one set of deadlines in the end: the last.
            var last = decisions.GroupBy(decision => decision.SubjectId).ToDictionary(group => group.Key, group => group.MaxBy(decision => decision.At)!);
            foreach (var time in await answers.OfAsync(scope, last.Keys, ct))
            {
                var decision = last[time.InteractionId];
                Count(_before, decision.Before, time);
                Count(_after, decision.After, time);
            }
        }

        public IReadOnlyList<BacktestConsequence> Result() =>
            [.. Deadlines.Select((deadline, place) => new BacktestConsequence(deadline.Code, deadline.Title, Interlocked.Read(ref _before[place]), Interlocked.Read(ref _after[place])))];

        private void Count(long[] counts, DecisionOutputs sla, AnswerTime time)
        {
            var clock = Prioritise.ClockOf(sla);
            var answered = time.FirstAnswerAt ?? now;
            for (var place = 0; place < Deadlines.Count; place++)
            {
                if (sla.Integer(Deadlines[place].Output) is { } minutes && clock.Add(time.ClockStart, TimeSpan.FromMinutes(minutes)) < answered)
                {
                    Interlocked.Increment(ref counts[place]);
                }
            }
        }
    }
}
