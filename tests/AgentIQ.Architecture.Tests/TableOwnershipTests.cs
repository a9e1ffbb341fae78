using System.Text.RegularExpressions;

namespace AgentIQ.Architecture.Tests;

/// <summary>A project's SQL touches its own tables alone: data of another layer comes through that layer's types.</summary>
public sealed partial class TableOwnershipTests
{
    /// <summary>
    /// Instruments look at the engine's tables from outside, in a database of their own: what they check and measure must not come through
    /// the engine itself.
    /// </summary>
    private static readonly string[] Instruments = ["AgentIQ.Chaos", "AgentIQ.Bench"];

    public static TheoryData<string> Projects => [.. Repository.Projects.Except(Instruments)];

    [Fact]
    public void Every_table_has_one_owner() =>
        Owners().GroupBy(pair => pair.Table).Where(group => group.Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_reads_and_writes_its_own_tables_only(string project)
    {
        var foreign = Owners().Where(pair => pair.Project != project).ToDictionary(pair => pair.Table, pair => pair.Project);
        var trespasses = Repository.Files(project, "*.cs")
            .SelectMany(file => Access().Matches(File.ReadAllText(file))
                .Select(match => match.Groups["table"].Value)
                .Where(foreign.ContainsKey)
                .Select(table => $"{Path.GetRelativePath(Repository.Root, file)} touches {table} of {foreign[table]}"));
        trespasses.ShouldBeEmpty();
    }

    private static List<(string Table, string Project)> Owners() =>
    [
        .. Repository.Projects.SelectMany(project => Repository.Files(project, "*.sql")
            .SelectMany(file => Creation().Matches(File.ReadAllText(file)).Select(match => (match.Groups["table"].Value, project)))),
    ];

    [GeneratedRegex(@"\bCREATE TABLE (IF NOT EXISTS )?(agentiq\.)?(?<table>[a-z_]+)\b(?![.%])", RegexOptions.ExplicitCapture)]
    private static partial Regex Creation();

    [GeneratedRegex(@"\b(FROM|JOIN|INTO|UPDATE|COPY|TABLE)\s+(agentiq\.)?(?<table>[a-z_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Access();
}
