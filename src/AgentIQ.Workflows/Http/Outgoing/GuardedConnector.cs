using System.Net;
using System.Net.Sockets;

namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>
/// Opens the connections of workflows' requests. A name is resolved once, here, and the connection goes to an address that was checked:
/// whatever a name answers later, and however an address is spelled, makes no difference.
/// </summary>
internal sealed class GuardedConnector(AddressGuard guard)
{
    /// <exception cref="ForbiddenAddressException">No address of the name may be reached.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var target = context.DnsEndPoint;
        var addresses = IPAddress.TryParse(target.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(target.Host, ct);
        var allowed = addresses.Where(a => guard.Allows(a, target.Port)).ToArray();
        if (allowed.Length == 0 && addresses.Length > 0)
        {
            throw new ForbiddenAddressException(
                $"'{target.Host}' port {target.Port} must not be reached by a workflow: it is not a public address and port. An administrator can allow its network (WorkflowOptions.Http.AllowedNetworks) or its port (AllowedPorts).");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
