using System.Net;

namespace AgentIQ.Workflows.Http;

/// <summary>What workflows may do over HTTP. The defaults refuse everything that is not the public internet.</summary>
public sealed class WorkflowHttpOptions
{
    /// <summary>
    /// Networks that requests of workflows may reach although they are not public, such as <c>10.1.2.0/24</c>; any port of theirs.
    /// Default none: no loopback, private, link-local (cloud metadata), multicast or reserved address.
    /// </summary>
    public IList<IPNetwork> AllowedNetworks { get; } = [];

    /// <summary>Ports of public addresses that requests of workflows may reach. Default 80 and 443.</summary>
    public ISet<int> AllowedPorts { get; } = new HashSet<int> { 80, 443 };

    /// <summary>Where workflows' endpoints are: <c>{BasePath}/{tenant}/{path}</c>. Default <c>/workflows</c>.</summary>
    public string BasePath { get; set; } = "/workflows";

    /// <summary>A route constraint for the tenant's segment, such as <c>guid</c>, so that other addresses below the base path stay free. Default none.</summary>
    public string? TenantConstraint { get; set; }

    /// <summary>Whether endpoints that ask for no signed-in person may be called by anybody. Default false: they are refused.</summary>
    public bool AllowAnonymous { get; set; }

    /// <summary>How long a caller waits for an answer where the endpoint says nothing else. Default 30 s.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest request that is taken, files included, in bytes. Default 1 MiB.</summary>
    public long LargestRequest { get; set; } = 1024 * 1024;

    /// <summary>How long a connection may take. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The largest answer that is read, in bytes after decompression; a larger one is a failure. Default 1 MiB.</summary>
    public int LargestAnswer { get; set; } = 1024 * 1024;

    /// <summary>The largest request that a workflow may send, in bytes. Default 1 MiB.</summary>
    public int LargestCall { get; set; } = 1024 * 1024;
}
