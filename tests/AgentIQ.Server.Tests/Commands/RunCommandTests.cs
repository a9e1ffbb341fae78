using System.Text.RegularExpressions;
using AgentIQ.Server.Commands;

namespace AgentIQ.Server.Tests.Commands;

public sealed partial class RunCommandTests : IDisposable
{
    /// <summary>Stopping takes at most ten seconds: six for work that runs, the rest for PostgreSQL's checkpoint. Beside other tests a machine may be three times as slow.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentiq-server-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("TERM", ExitCode.Ok)]
    [InlineData("INT", ExitCode.Interrupted)]
    public async Task A_signal_stops_everything_in_order_and_soon_and_the_next_run_has_the_same_data(string signal, int code)
    {
        var data = Path.Combine(_folder.FullName, "data");
        await using var first = await ChildServer.StartAsync("--data", data, "--port", "0");
        using (var browser = new Browser(Address(first)))
        {
            (await browser.SignInAsync("owner@demo.agentiq", PasswordOf(first))).EnsureSuccessStatusCode();
        }

        var (exit, took) = await first.StopAsync(signal);

        exit.ShouldBe(code, first.Error);
        took.ShouldBeLessThan(StopsWithin, first.Error);
        Stopped().Matches(first.Error).Select(line => line.Groups["part"].Value)
            .ShouldBe(["Web and workers", "Services", "Simulator", "Connections", "PostgreSQL", "Data folder"]);
        File.Exists(Path.Combine(data, "postgres", "data", "postmaster.pid")).ShouldBeFalse();

        await using var second = await ChildServer.StartAsync("--data", data, "--port", "0");
        PasswordOf(second).ShouldBe(PasswordOf(first));
        using var again = new Browser(Address(second));
        (await again.SignInAsync("operator@demo.agentiq", PasswordOf(second))).EnsureSuccessStatusCode();
        (await second.StopAsync("TERM")).Code.ShouldBe(ExitCode.Ok);
        (first.Error + second.Error).ShouldNotContain(PasswordOf(first));
    }

    [Fact]
    public async Task A_taken_port_is_one_sentence_and_leaves_nothing_running()
    {
        var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => ChildServer.StartAsync("--data", Path.Combine(_folder.FullName, "data"), "--port", $"{port}"));

        failure.Message.ShouldContain("Choose another port with --port N");
        failure.Message.ShouldNotContain("   at ");
        failure.Message.ShouldContain("PostgreSQL stopped");
        taken.Stop();
    }

    private static Uri Address(ChildServer server) => new(AddressLine().Match(server.Output).Groups["value"].Value);

    private static string PasswordOf(ChildServer server) => PasswordLine().Match(server.Output).Groups["value"].Value;

    [GeneratedRegex("^AgentIQ: +(?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex AddressLine();

    [GeneratedRegex("^Password: +(?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex PasswordLine();

    [GeneratedRegex("INF (?<part>.+) stopped$", RegexOptions.Multiline)]
    private static partial Regex Stopped();
}
