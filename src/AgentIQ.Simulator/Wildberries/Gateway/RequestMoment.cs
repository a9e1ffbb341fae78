namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>Where in its course a request can be waited for and held.</summary>
public enum RequestMoment
{
    /// <summary>It has arrived, and nothing has been done yet.</summary>
    Arrived,

    /// <summary>It has been handled and its effect kept; the response has not been sent.</summary>
    Handled,
}
