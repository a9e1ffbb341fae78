using System.Diagnostics;
using System.Net.Http.Json;

namespace AgentIQ.Simulator.Tests.Persistence;

/// <summary>The program itself, killed without a chance to tidy up.</summary>
public sealed class KillTests
{
    [Fact]
    public async Task Every_answer_that_was_accepted_before_a_kill_is_there_in_the_next_run_exactly_once()
    {
        using var folder = new TemporaryFolder();
        var accepted = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            using var program = await RunningProgram.StartAsync(folder.Path);
            foreach (var id in (await program.UnansweredAsync()).Take(5))
            {
                using var response = await program.Client.PostAsJsonAsync("/api/v1/feedbacks/answer", new { id, text = "Спасибо!" }, TestContext.Current.CancellationToken);
                response.EnsureSuccessStatusCode();
                accepted.Add(id);
            }

            program.Kill();
        }

        await using var simulator = await SimulatorUnderTest.StartAsync(simulator: options => options with { StateFolder = folder.Path });
        simulator.Seller.Answers.Select(answer => answer.FeedbackId).ShouldBe(accepted, ignoreOrder: true);
        simulator.Seller.Answers.ShouldAllBe(answer => answer.PostCount == 1);
    }

    private sealed class RunningProgram : IDisposable
    {
        private readonly Process _process;

        private RunningProgram(Process process, Uri address, string token)
        {
            _process = process;
            Client = new HttpClient { BaseAddress = address };
            Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", token);
        }

        public HttpClient Client { get; }

        public static async Task<RunningProgram> StartAsync(string folder)
        {
            var assembly = typeof(SimulatorHost).Assembly.Location;
            var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--port", "0", "--state", folder, "--rateLimits", "false"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            })!;
            var address = await ReadAsync(process, "address ");
            return new RunningProgram(process, new Uri(address), await ReadAsync(process, "token "));
        }

        public async Task<IEnumerable<string>> UnansweredAsync()
        {
            var list = await Client.GetFromJsonAsync<JsonElement>("/api/v1/feedbacks?isAnswered=false&take=100&skip=0", TestContext.Current.CancellationToken);
            return [.. list.GetProperty("data").GetProperty("feedbacks").EnumerateArray().Select(feedback => feedback.GetProperty("id").GetString()!)];
        }

        public void Kill()
        {
            _process.Kill();
            _process.WaitForExit();
        }

        public void Dispose()
        {
            Client.Dispose();
            if (!_process.HasExited)
            {
                Kill();
            }

            _process.Dispose();
        }

        private static async Task<string> ReadAsync(Process process, string label)
        {
            var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            line.ShouldNotBeNull();
            line.ShouldStartWith(label);
            return line[label.Length..].Trim();
        }
    }
}
