using AgentIQ.Workflows.Activities;

namespace AgentIQ.Ingestion.Activities;

/// <summary>
/// Sends an approved reply once. The reply gate looks at it again first; before an attempt is repeated, the
/// marketplace is asked whether the last one arrived.
/// </summary>
[Activity("AgentIQ.SendReply", Category = "Ingestion", DisplayName = "Send the reply", Description = "Checks the reply once more and sends it to the marketplace, once. Sent: it was taken. AnsweredOutside: somebody answered in the marketplace's own pages. Blocked: the check forbade it. Failed: not taken after all attempts.")]
[Outcome("Sent")]
[Outcome("AnsweredOutside")]
[Outcome("Blocked")]
[Outcome("Failed")]
internal sealed class SendReply(ReplyProgress progress, ReplySender sender) : EffectActivity
{
    /// <summary>
    /// Longer than the twelve minutes that a Base token waits for its next call, and than most outages: 13 attempts in
    /// about three quarters of an hour. An attempt that the pace does not allow asks nobody.
    /// </summary>
    private static readonly EffectPolicy Patient = new(13, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(15), TimeSpan.FromSeconds(90));

    /// <summary>The reply; empty means the latest one of the interaction.</summary>
    [Input(Description = "The reply to send. Empty: the latest reply of the interaction.")]
    public Guid? ReplyId { get; set; }

    protected override EffectPolicy Policy => Patient;

    /// <summary>A trial run's reply goes to the simulated marketplace: see <see cref="ReplySender"/>.</summary>
    protected override SandboxMode InSandbox => SandboxMode.StandIn;

    protected override async ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct)
    {
        var reply = await progress.FindAsync(context.Scope, context.InteractionId(), ReplyId, ct);
        switch (reply?.Status)
        {
            case ReplyStatus.Approved or ReplyStatus.Sending:
                if (await progress.BeginAsync(context.Scope, reply, ct))
                {
                    return EffectIntent.Of($"send-reply:{reply.Id:D}", new ReplyRequest(reply.Id));
                }

                context.Complete("Blocked");
                return null;
            case null or ReplyStatus.Failed:
                context.Complete("Failed");
                return null;
            default:
                context.Complete("Sent");
                return null;
        }
    }

    protected override async ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct) =>
        ToResult(await sender.SendAsync(context.TenantId, context.Read<ReplyRequest>().ReplyId, context.IsSandbox, ct));

    protected override async ValueTask<EffectResult?> HasHappenedAsync(EffectContext context, CancellationToken ct) =>
        await sender.HasHappenedAsync(context.TenantId, context.Read<ReplyRequest>().ReplyId, context.IsSandbox, ct) is { } result ? ToResult(result) : null;

    protected override async ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
    {
        var reply = await progress.FindAsync(context.Scope, context.InteractionId(), ReplyId, ct)
            ?? throw new InvalidOperationException($"The reply of interaction {context.CorrelationId} that was sent is not there.");
        var sent = result.Value is null ? null : result.Read<ReplySendResult>();
        switch (sent?.Outcome)
        {
            case ReplySendOutcome.Sent:
                await progress.SentAsync(context.Scope, reply, ct);
                context.Complete("Sent");
                break;
            case ReplySendOutcome.AnsweredOutside:
                await progress.AnsweredOutsideAsync(context.Scope, reply, ct);
                context.Complete("AnsweredOutside");
                break;
            default:
                var reason = sent?.Reason ?? Reason.Of(ReasonCodes.AttemptsExhausted, ("detail", result.Error ?? ""));
                await progress.FailedAsync(context.Scope, reply, reason, ct);
                context.Complete("Failed");
                break;
        }
    }

    private static EffectResult ToResult(ReplySendResult result) => result.Outcome == ReplySendOutcome.Refused
        ? EffectResult.Failure(result.Reason?.Text(Language.Russian) ?? "", result)
        : EffectResult.Success(result);
}
