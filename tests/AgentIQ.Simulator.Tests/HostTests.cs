using Microsoft.Extensions.Logging;

namespace AgentIQ.Simulator.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task Each_request_is_one_readable_line_without_its_token()
    {
        using var log = new RecordingLogger();
        await using var simulator = await SimulatorUnderTest.StartAsync(simulator: options => options with { Logging = log });
        using var done = simulator.Wildberries.OnRequest("GET", "/nope", hold: false);

        await simulator.ListAsync();
        await simulator.GetAsync("/nope");
        await simulator.Host.DisposeAsync();

        log.Lines.ShouldContain(line => line.Level == LogLevel.Information
            && line.Line.StartsWith("GET /api/v1/feedbacks?isAnswered=false&take=100&skip=0 -> 200, Personal token of «Дом и лад», ", StringComparison.Ordinal));
        log.Lines.ShouldContain(line => line.Line.StartsWith("GET /nope -> 404, no token accepted, ", StringComparison.Ordinal));
        log.Lines.ShouldAllBe(line => !line.Line.Contains(simulator.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simulators_listen_side_by_side_on_ports_of_their_own()
    {
        await using var first = await SimulatorUnderTest.StartAsync();
        await using var second = await SimulatorUnderTest.StartAsync();

        first.Host.BaseAddress.ShouldNotBe(second.Host.BaseAddress);
        first.Host.BaseAddress.IsLoopback.ShouldBeTrue();
    }
}
