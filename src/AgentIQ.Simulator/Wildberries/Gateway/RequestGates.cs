using AgentIQ.Simulator.Wildberries.Faults;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>The gates that wait for their request. Each serves one request and is then gone.</summary>
internal sealed class RequestGates
{
    private readonly Lock _lock = new();
    private readonly List<RequestGate> _gates = [];

    public RequestGate Add(RequestGate gate)
    {
        lock (_lock)
        {
            _gates.Add(gate);
        }

        return gate;
    }

    public Task PassAsync(SimulatedRequest request, RequestMoment moment, CancellationToken cancellationToken)
    {
        RequestGate? gate;
        lock (_lock)
        {
            gate = _gates.Find(candidate => candidate.Moment == moment
                && (candidate.Method is null || string.Equals(candidate.Method, request.Method, StringComparison.OrdinalIgnoreCase))
                && PathPattern.Matches(candidate.Path, request.Path));
            if (gate is null)
            {
                return Task.CompletedTask;
            }

            _gates.Remove(gate);
        }

        return gate.PassAsync(request, cancellationToken);
    }
}
