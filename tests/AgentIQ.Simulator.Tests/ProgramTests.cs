using System.Diagnostics;

namespace AgentIQ.Simulator.Tests;

public sealed class ProgramTests
{
    [Theory]
    [InlineData("--prot 8090", "'prot'")]
    [InlineData("--port many", "'many'")]
    [InlineData("--port 70000", "Port")]
    [InlineData("--port 0 --load true --file /нет/такого.json", "/нет/такого.json")]
    public async Task A_wrong_argument_is_named_on_standard_error_with_exit_code_2(string arguments, string named)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        exitCode.ShouldBe(2);
        output.ShouldBe("");
        error.ShouldContain(named);
    }

    [Fact]
    public async Task Help_is_printed_on_standard_output()
    {
        var (exitCode, output, _) = await RunAsync("--help");

        exitCode.ShouldBe(0);
        output.ShouldContain("--state FOLDER");
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(SimulatorHost).Assembly.Location, .. arguments.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await error);
    }
}
