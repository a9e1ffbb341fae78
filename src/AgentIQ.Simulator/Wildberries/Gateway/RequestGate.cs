namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>Waits for one request, and holds it until it is released. Disposing releases.</summary>
public sealed class RequestGate : IDisposable
{
    private readonly TaskCompletionSource<SimulatedRequest> _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal RequestGate(string? method, string path, RequestMoment moment, bool hold)
    {
        Method = method;
        Path = path;
        Moment = moment;
        if (!hold)
        {
            _released.SetResult();
        }
    }

    /// <summary>Completes with the request when it has reached the moment.</summary>
    public Task<SimulatedRequest> Reached => _reached.Task;

    internal string? Method { get; }

    internal string Path { get; }

    internal RequestMoment Moment { get; }

    /// <summary>Lets the request go on; the next ones are not held.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Releases.</summary>
    public void Dispose() => Release();

    internal Task PassAsync(SimulatedRequest request, CancellationToken cancellationToken)
    {
        _reached.TrySetResult(request);
        return _released.Task.WaitAsync(cancellationToken);
    }
}
