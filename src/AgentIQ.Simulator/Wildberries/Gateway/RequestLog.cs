namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>The last requests, for tests and for the control surface.</summary>
internal sealed class RequestLog
{
    /// <summary>Enough for any test, and some two megabytes at most in a demo that runs for days.</summary>
    private const int Kept = 2000;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, SimulatedRequest> _requests = [];
    private long _last;

    public SimulatedRequest Begin(DateTimeOffset at, string method, string path, string query, string body)
    {
        lock (_gate)
        {
            var request = new SimulatedRequest(++_last, at, method, path, query, body);
            _requests[request.Number] = request;
            _requests.Remove(request.Number - Kept);
            return request;
        }
    }

    public void Update(SimulatedRequest request)
    {
        lock (_gate)
        {
            if (_requests.ContainsKey(request.Number))
            {
                _requests[request.Number] = request;
            }
        }
    }

    public IReadOnlyList<SimulatedRequest> All()
    {
        lock (_gate)
        {
            return [.. _requests.Values.OrderBy(request => request.Number)];
        }
    }
}
