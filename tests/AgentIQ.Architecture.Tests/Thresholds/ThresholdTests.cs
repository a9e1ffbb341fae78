namespace AgentIQ.Architecture.Tests.Thresholds;

/// <summary>No business rule is left in the layers' code: what a seller may want otherwise stands in <c>rules/</c>.</summary>
public sealed class ThresholdTests
{
    private static readonly string[] Layers =
        ["AgentIQ.Interactions", "AgentIQ.Ingestion", "AgentIQ.Context", "AgentIQ.Orchestration", "AgentIQ.Intelligence", "AgentIQ.Server"];

    /// <summary>What looks like a rule and is none: a file, or a folder that ends with a stroke, and why.</summary>
    private static readonly IReadOnlyList<(string Place, string Reason)> Allowed =
    [
        ("AgentIQ.Interactions/Interaction.cs", "the priority of what no policy has seen yet"),
        ("AgentIQ.Orchestration/Facts/SimilarComplaints.cs", "the meaning of the fact similar_complaints_7d: its window and what a complaint is; how many are too many say the rules"),
        ("AgentIQ.Orchestration/Clocks/", "days of a calendar; when they begin and end says the policy sla"),
        ("AgentIQ.Orchestration/Lifecycle/WaitForSilence.cs", "the default of an input that every definition sets"),
        ("AgentIQ.Intelligence/Intents/", "the classifier: it finds intents and flags, and decides nothing by them"),
        ("AgentIQ.Intelligence/Drafts/TemplateComposer.cs", "the template of last resort is that of the intent \"other\""),
        ("AgentIQ.Server/Api/Policies/Sets/PolicySets.cs", "how far back the list of sets counts decisions"),
        ("AgentIQ.Ingestion/IngestionOptions.cs", "how often a marketplace is asked, and how long its runs are kept"),
        ("AgentIQ.Ingestion/Activities/SendReply.cs", "how patiently a send is tried again"),
        ("AgentIQ.Ingestion/Replies/ReplyStore.cs", "how long another process may hold a send"),
        ("AgentIQ.Ingestion/Sync/SyncReader.cs", "how often what is known is read again"),
        ("AgentIQ.Ingestion/Connectors/", "what the marketplaces' protocols and documents prescribe"),
        ("AgentIQ.Server/Security/", "sessions and attempts to sign in"),
        ("AgentIQ.Server/Hosting/PartitionKeeper.cs", "how often the tables' months are looked after"),
        ("AgentIQ.Server/Commands/Workflow/DefinitionFile.cs", "how much of a value is shown in a message"),
    ];

    private static readonly IReadOnlyList<(string File, ThresholdSuspect Suspect)> Found =
    [
        .. Layers.SelectMany(layer => Repository.Files(layer, "*.cs"))
            .Select(file => (File: Path.GetRelativePath(Path.Combine(Repository.Root, "src"), file).Replace('\\', '/'), Text: file))
            .Where(file => !file.File.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => ThresholdScanner.Scan(File.ReadAllText(file.Text)).Select(suspect => (file.File, suspect))),
    ];

    public static TheoryData<string> Places => [.. Allowed.Select(entry => entry.Place)];

    [Fact]
    public void No_business_rule_is_left_in_code() =>
        Found.Where(found => !Allowed.Any(entry => Covers(entry.Place, found.File)))
            .Select(found => $"{found.File}:{found.Suspect.Line} looks like a rule ({found.Suspect.Kind}): {found.Suspect.Code}; move it to rules/, or say in this test why it is none")
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_exception_is_still_needed(string place) =>
        Found.ShouldContain(found => Covers(place, found.File), $"{place}: nothing there looks like a rule any more; remove the exception");

    private static bool Covers(string place, string file) => place.EndsWith('/') ? file.StartsWith(place, StringComparison.Ordinal) : file == place;
}
