using AgentIQ.Server.Commands;

namespace AgentIQ.Server.Tests.Commands;

public sealed class UsageTests
{
    [Theory]
    [InlineData("dance")]
    [InlineData("run --roles web,cook")]
    [InlineData("run --port 70000")]
    [InlineData("run --log yaml")]
    [InlineData("classify")]
    [InlineData("reply check --jsonl --nonsense")]
    [InlineData("rules")]
    [InlineData("rules check")]
    [InlineData("rules test --jsonl")]
    [InlineData("rules eval set.json")]
    [InlineData("rules eval --jsonl")]
    [InlineData("rules replay")]
    [InlineData("rules replay --interaction first")]
    [InlineData("rules backtest --seller 00000000-0000-7000-8000-000000000001 --from 2030-01-01 --to 2030-02-01")]
    [InlineData("rules backtest --set sla --file sla.json --seller 00000000-0000-7000-8000-000000000001 --from 2030-01-01 --to 2030-02-01")]
    [InlineData("rules backtest --set sla --seller nobody --from 2030-01-01 --to 2030-02-01")]
    [InlineData("rules backtest --set sla --seller 00000000-0000-7000-8000-000000000001 --from yesterday --to 2030-02-01")]
    [InlineData("rules backtest --set sla --seller 00000000-0000-7000-8000-000000000001 --from 2030-02-01 --to 2030-02-01")]
    [InlineData("")]
    public async Task A_wrong_call_is_told_on_standard_error_and_does_nothing(string line)
    {
        using var shell = new Shell();

        var code = await shell.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        code.ShouldBe(ExitCode.WrongUsage);
        shell.Output.ShouldBeEmpty();
        shell.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task A_connection_that_leads_nowhere_is_one_sentence_and_a_failure()
    {
        using var shell = new Shell();
        var folder = Directory.CreateTempSubdirectory("agentiq-server-tests-");

        var code = await shell.RunAsync("migrate", "--data", folder.FullName, "--database", "Host=127.0.0.1;Port=1;Username=u;Password=hunter2;Timeout=2");

        code.ShouldBe(ExitCode.Failure);
        shell.Output.ShouldBeEmpty();
        shell.Error.ShouldContain("Check --database");
        shell.Error.ShouldNotContain("hunter2");
        shell.Error.ShouldNotContain("   at ");
        folder.Delete(recursive: true);
    }
}
