using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>Makes descriptors of activities that answer what they are told, without the product around them.</summary>
internal static class StandInActivities
{
    public static ActivityRegistry With(IReadOnlyDictionary<string, StandIn> types, StandInResults results) =>
        ActivityRegistry.Of([.. new ActivityRegistry(Type.EmptyTypes).All, .. types.Select(t => Descriptor(t.Key, t.Value, results))]);

    private static ActivityDescriptor Descriptor(string typeName, StandIn type, StandInResults results) => new(_ => Create(type.Kind, results))
    {
        TypeName = typeName,
        Version = 1,
        Category = string.Empty,
        DisplayName = typeName,
        Description = string.Empty,
        Kind = type.Kind,
        Inputs = [.. type.Inputs.Select(name => new InputDescriptor(name, typeof(object), new InputAttribute(), (_, _) => { }) { UIHint = UIHints.SingleLine, DisplayName = name })],
        Outputs = [],
        Outcomes = [.. type.Outcomes.Select(o => new OutcomeDescriptor(o, o))],
        EmbeddedPorts = [],
        IsBrowsable = false,
        IsStart = false,
        IsTerminal = false,
        IsTrigger = false,
        ClrType = typeof(StandInActivities),
    };

    private static Activity Create(ActivityKind kind, StandInResults results) => kind switch
    {
        ActivityKind.Wait => new StandInWait(results),
        ActivityKind.Effect => new StandInEffect(results),
        _ => new StandInStep(results),
    };

    private static StandInResult Answer(this StandInResults results, StepContext context)
    {
        var result = results.Next(context.ExecutionNumber, context.ActivityId);
        if (result.Fault is { } message)
        {
            throw new InvalidOperationException(message);
        }

        if (result.Outcomes is { } outcomes)
        {
            context.Complete(outcomes);
        }

        return result;
    }

    private sealed class StandInStep(StandInResults results) : StepActivity
    {
        protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
        {
            results.Answer(context);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class StandInWait(StandInResults results) : WaitActivity
    {
        protected override ValueTask SuspendAsync(WaitContext context, CancellationToken ct)
        {
            foreach (var wait in results.Answer(context).Waits ?? [])
            {
                if (wait.IsEvent)
                {
                    context.WaitFor(wait.Name, wait.Due);
                }
                else
                {
                    context.WaitUntil(wait.Due!.Value, wait.Name);
                }
            }

            return ValueTask.CompletedTask;
        }

        protected override ValueTask ResumeAsync(WaitContext context, Stimulus stimulus, CancellationToken ct)
        {
            // What it waited for is still armed where it does not complete.
            results.Answer(context);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class StandInEffect(StandInResults results) : EffectActivity
    {
        protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
            ValueTask.FromResult(results.Answer(context).Outcomes is null ? EffectIntent.Of($"effect:{context.ExecutionNumber}", context.ActivityId) : null);

        protected override ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct) =>
            throw new InvalidOperationException("A recorded effect never runs.");

        protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
        {
            results.Answer(context);
            return ValueTask.CompletedTask;
        }
    }
}
