namespace AgentIQ.Workflows.Studio.Tests.Support;

/// <summary>One host for the tests of a class that leave nothing behind: starting one takes longer than what they ask it.</summary>
public sealed class SharedHost : IAsyncLifetime
{
    internal StudioHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await StudioHost.StartAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
