namespace AgentIQ.Workflows.Activities;

/// <summary>
/// What a definition says about one activity's attempts, in <c>customProperties.resilienceStrategy</c>; what it does not say is as the
/// activity's class has it. <c>Strategy</c> names one of <see cref="WorkflowOptions.ResilienceStrategies"/>, which the rest is laid over.
/// </summary>
internal sealed record EffectPolicyOverride(
    string? Strategy = null, int? Attempts = null, TimeSpan? Delay = null, TimeSpan? MaxDelay = null, TimeSpan? Timeout = null, EffectBackoff? Backoff = null, bool? UseJitter = null)
{
    /// <exception cref="InvalidOperationException">There is no strategy of that name in this process.</exception>
    public EffectPolicy Over(EffectPolicy policy, WorkflowOptions? options)
    {
        var below = Strategy is null ? policy : Named(options);
        var delay = Delay ?? below.Delay;
        return new EffectPolicy(Attempts ?? below.Attempts, delay, MaxDelay ?? (delay > below.MaxDelay ? delay : below.MaxDelay), Timeout ?? below.Timeout)
        {
            Backoff = Backoff ?? below.Backoff,
            UseJitter = UseJitter ?? below.UseJitter,
        };
    }

    private EffectPolicy Named(WorkflowOptions? options) => 
        options is not null && options.ResilienceStrategies.TryGetValue(Strategy!, out var policy) ? policy : throw new InvalidOperationException(Unknown(options));

    /// <summary>What to say when the name is not known.</summary>
    public string Unknown(WorkflowOptions? options) =>
        $"the resilience strategy '{Strategy}' is unknown; expected one of: {string.Join(", ", options?.ResilienceStrategies.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())}. Add it to {nameof(WorkflowOptions)}.{nameof(WorkflowOptions.ResilienceStrategies)}.";
}
