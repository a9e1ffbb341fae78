using System.Text.RegularExpressions;

namespace AgentIQ.Architecture.Tests;

/// <summary>What the analyzers cannot see.</summary>
public sealed partial class SourceTests
{
    /// <summary>A delay of a given clock is moved by the test, and an infinite one only ends by its token: neither is a sleep.</summary>
    [Fact]
    public void Tests_do_not_sleep()
    {
        var sleepers = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => Sleep().IsMatch(File.ReadAllText(file)));
        sleepers.Select(file => Path.GetRelativePath(Repository.Root, file)).ShouldBeEmpty();
    }

    [Fact]
    public void The_root_stays_small() =>
        Directory.EnumerateFileSystemEntries(Repository.Root)
            .Select(Path.GetFileName)
            .Count(name => name is not (".git" or ".agentiq" or "artifacts" or "node_modules"))
            .ShouldBeLessThan(20);

    [GeneratedRegex(@"\bTask\.Delay\((?!Timeout\.Infinite|[^;]*(_clock|_time|time)\b|span, provider)[^;]|\bWaitForTimeoutAsync\(|\bThread\.Sleep\(")]
    private static partial Regex Sleep();
}
