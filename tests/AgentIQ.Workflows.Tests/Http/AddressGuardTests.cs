using System.Net;
using AgentIQ.Workflows.Http;
using AgentIQ.Workflows.Http.Outgoing;

namespace AgentIQ.Workflows.Tests.Http;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("2a00:1450:4001::8a")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("::ffff:8.8.8.8")]
    public void Public(string address) => AddressGuard.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.0.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.19.255.255")]
    [InlineData("224.0.0.1")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::808:808")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%2")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Not_public(string address) => AddressGuard.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Fact]
    public void Only_the_usual_ports_of_public_addresses_and_any_of_allowed_networks()
    {
        var options = new WorkflowHttpOptions { AllowedNetworks = { IPNetwork.Parse("10.1.0.0/16") } };
        var guard = new AddressGuard(options);
        guard.Allows(IPAddress.Parse("8.8.8.8"), 443).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("8.8.8.8"), 22).ShouldBeFalse();
        guard.Allows(IPAddress.Parse("10.1.2.3"), 5432).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("::ffff:10.1.2.3"), 5432).ShouldBeTrue();
        guard.Allows(IPAddress.Parse("10.2.2.3"), 443).ShouldBeFalse();
    }
}
