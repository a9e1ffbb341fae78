using AgentIQ.Workflows.Activities;

namespace AgentIQ.Ingestion.Activities;

/// <summary>Reads the item back: only what the marketplace shows proves that a reply arrived.</summary>
[Activity("AgentIQ.ConfirmPublication", Category = "Ingestion", DisplayName = "Confirm the publication", Description = "Looks whether the marketplace shows the reply. Published: customers see it. UnderModeration: it is being checked. Rejected: it will not appear. Missing: it is not there. AnsweredOutside: another reply is. Failed: it could not be read.")]
[Outcome("Published")]
[Outcome("UnderModeration")]
[Outcome("Rejected")]
[Outcome("Missing")]
[Outcome("AnsweredOutside")]
[Outcome("Failed")]
internal sealed class ConfirmPublication(ReplyProgress progress, ReplySender sender) : EffectActivity
{
    /// <summary>The reply; empty means the latest one of the interaction.</summary>
    [Input(Description = "The reply to look for. Empty: the latest reply of the interaction.")]
    public Guid? ReplyId { get; set; }

    /// <summary>A trial run looks at the simulated marketplace: see <see cref="ReplySender"/>.</summary>
    protected override SandboxMode InSandbox => SandboxMode.StandIn;

    protected override async ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct)
    {
        var reply = await progress.FindAsync(context.Scope, context.InteractionId(), ReplyId, ct);
        if (reply is null)
        {
            context.Complete("Failed");
            return null;
        }

        if (await progress.IsSeenPublishedAsync(context.Scope, reply, ct))
        {
            await progress.LookedAsync(context.Scope, reply, ReplyLook.Published, ct);
            context.Complete("Published");
            return null;
        }

        return EffectIntent.Of($"confirm-reply:{reply.Id:D}:{context.InstanceId:D}:{context.ExecutionNumber}", new ReplyRequest(reply.Id));
    }

    protected override async ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct)
    {
        try
        {
            return EffectResult.Success(new LookResult(await sender.LookAsync(context.TenantId, context.Read<ReplyRequest>().ReplyId, context.IsSandbox, ct)));
        }
        catch (ConnectorException)
        {
            // Not being able to look says nothing about the reply. The channel's state shows the fault, and the workflow
            // looks again later.
            return EffectResult.Success(new LookResult(null));
        }
    }

    protected override async ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
    {
        var reply = await progress.FindAsync(context.Scope, context.InteractionId(), ReplyId, ct);
        if (reply is null || !result.Succeeded)
        {
            context.Complete("Failed");
            return;
        }

        if (result.Read<LookResult>().Look is not { } look)
        {
            context.Complete("UnderModeration");
            return;
        }

        context.Complete(await progress.LookedAsync(context.Scope, reply, look, ct) switch
        {
            ReplyLook.Published => "Published",
            ReplyLook.Moderation => "UnderModeration",
            ReplyLook.Rejected => "Rejected",
            ReplyLook.AnsweredOutside => "AnsweredOutside",
            _ => "Missing",
        });
    }

    private sealed record LookResult(ReplyLook? Look);
}
