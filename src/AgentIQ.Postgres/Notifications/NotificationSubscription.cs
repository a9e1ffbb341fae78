namespace AgentIQ.Postgres;

/// <summary>One subscriber of <see cref="Notifications"/>. Disposing it ends the subscription.</summary>
internal sealed class NotificationSubscription(string channel, Action<string> onPayload, Action? onGap, Action<NotificationSubscription> onDispose) : IDisposable
{
    internal string Channel { get; } = channel;

    internal Action<string> OnPayload { get; } = onPayload;

    internal Action? OnGap { get; } = onGap;

    public void Dispose() => onDispose(this);
}
