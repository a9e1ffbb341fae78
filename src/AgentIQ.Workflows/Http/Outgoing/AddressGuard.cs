using System.Net;
using System.Net.Sockets;

namespace AgentIQ.Workflows.Http.Outgoing;

/// <summary>Which addresses a workflow's request may connect to: the public internet, and what the application allows besides.</summary>
internal sealed class AddressGuard(WorkflowHttpOptions options)
{
    // RFC 6890 and the registries of special-purpose addresses that it set up.
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>Of IPv6 only this is given out; what lies outside is loopback, local, multicast or reserved.</summary>
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>An IPv4 address seen through a translator.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public bool Allows(IPAddress address, int port)
    {
        var meant = Meant(address);
        return options.AllowedNetworks.Any(n => n.Contains(meant) || n.Contains(address)) || (IsPublic(meant) && options.AllowedPorts.Contains(port));
    }

    public static bool IsPublic(IPAddress address)
    {
        var meant = Meant(address);
        return (meant.AddressFamily == AddressFamily.InterNetwork || (meant.AddressFamily == AddressFamily.InterNetworkV6 && meant.ScopeId == 0 && Global.Contains(meant)))
            && !Array.Exists(NotPublic, network => network.Contains(meant));
    }

    /// <summary>The IPv4 address that some forms of IPv6 stand for.</summary>
    private static IPAddress Meant(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return Translated.Contains(address) ? new IPAddress(address.GetAddressBytes()[12..]) : address;
    }
}
