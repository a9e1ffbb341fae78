using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

/// <summary>
/// The built-in types as an Elsa 3.8 server describes them, apart from texts: the designer's editors, ports and icons depend on it.
/// <c>elsa-activities.json</c> holds what a server answered for the types that we have.
/// </summary>
public sealed class ElsaActivitiesTests
{
    private const string Asynchronous = "a Task is offered to run asynchronously, which our engine decides itself";
    private const string Dictionary = "Elsa shows a dropdown without entries; an editor of names and values works";
    private const string Channels = "there are no channels and traces to choose from: one queue, one trace of an instance";
    private const string Refused = "our endpoint answers such requests itself, before an instance starts";

    private static readonly Dictionary<string, string> Deliberate = new(StringComparer.Ordinal)
    {
        ["Elsa.BulkDispatchWorkflows: kind Action is ours alone"] = Asynchronous,
        ["Elsa.BulkDispatchWorkflows: kind Task is Elsa's alone"] = Asynchronous,
        ["Elsa.ExecuteWorkflow: kind Action is ours alone"] = Asynchronous,
        ["Elsa.ExecuteWorkflow: kind Task is Elsa's alone"] = Asynchronous,
        ["Elsa.FlowSendHttpRequest: kind Action is ours alone"] = Asynchronous,
        ["Elsa.FlowSendHttpRequest: kind Task is Elsa's alone"] = Asynchronous,
        ["Elsa.SendHttpRequest: kind Action is ours alone"] = Asynchronous,
        ["Elsa.SendHttpRequest: kind Task is Elsa's alone"] = Asynchronous,
        ["Elsa.BulkDispatchWorkflows: input Input dictionary is ours alone"] = Dictionary,
        ["Elsa.BulkDispatchWorkflows: input Input dropdown is Elsa's alone"] = Dictionary,
        ["Elsa.DispatchWorkflow: input Input dictionary is ours alone"] = Dictionary,
        ["Elsa.DispatchWorkflow: input Input dropdown is Elsa's alone"] = Dictionary,
        ["Elsa.ExecuteWorkflow: input Input dictionary is ours alone"] = Dictionary,
        ["Elsa.ExecuteWorkflow: input Input dropdown is Elsa's alone"] = Dictionary,
        ["Elsa.RunTask: input Payload dictionary is ours alone"] = Dictionary,
        ["Elsa.RunTask: input Payload dropdown is Elsa's alone"] = Dictionary,
        ["Elsa.ForEach: input Items multitext is ours alone"] = "Elsa shows a dropdown without entries; an editor of a list works",
        ["Elsa.ForEach: input Items dropdown is Elsa's alone"] = "the same",
        ["Elsa.BulkDispatchWorkflows: input StartNewTrace checkbox [Open Telemetry] is Elsa's alone"] = Channels,
        ["Elsa.BulkDispatchWorkflows: input ChannelName dropdown is Elsa's alone"] = Channels,
        ["Elsa.DispatchWorkflow: input StartNewTrace checkbox [Open Telemetry] is Elsa's alone"] = Channels,
        ["Elsa.DispatchWorkflow: input ChannelName dropdown is Elsa's alone"] = Channels,
        ["Elsa.Flowchart: port Start Embedded hidden is Elsa's alone"] = "nobody writes it, and the start is computed",
        ["Elsa.HttpEndpoint: input ExposeRequestTooLargeOutcome checkbox raw [Outcomes] is Elsa's alone"] = Refused,
        ["Elsa.HttpEndpoint: input ExposeFileTooLargeOutcome checkbox raw [Outcomes] is Elsa's alone"] = Refused,
        ["Elsa.HttpEndpoint: input ExposeInvalidFileExtensionOutcome checkbox raw [Outcomes] is Elsa's alone"] = Refused,
        ["Elsa.HttpEndpoint: input ExposeInvalidFileMimeTypeOutcome checkbox raw [Outcomes] is Elsa's alone"] = Refused,
        ["Elsa.HttpEndpoint: output File is Elsa's alone"] = "the only file is the first of Files",
        ["Elsa.Switch: output Output is Elsa's alone"] = "Elsa never sets it",
        ["Elsa.While: input Condition singleline is ours alone"] = "the engine evaluates the condition before the first pass as before the others",
        ["Elsa.While: input Condition singleline unevaluated is Elsa's alone"] = "the same",
    };

    [Fact]
    public async Task Built_in_activities_are_described_as_Elsa_describes_them()
    {
        await using var host = await StudioHost.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(host.App.Urls.First()), DefaultRequestHeaders = { { TestAuthentication.HeaderName, Person.Manager.Header }, { "Accept-Language", "en" } } };
        var ours = JsonNode.Parse(await client.GetStringAsync($"{StudioEndpoints.ApiPath}/descriptors/activities", TestContext.Current.CancellationToken))!["items"]!.AsArray().ToDictionary(a => (string)a!["typeName"]!, a => a!.AsObject());

        using var stream = typeof(ElsaActivitiesTests).Assembly.GetManifestResourceStream("elsa-activities.json")!;
        var differences = JsonSerializer.Deserialize<Facts[]>(stream, JsonSerializerOptions.Web)!
            .SelectMany(elsa => ours.TryGetValue(elsa.TypeName, out var our) ? Facts.Of(our).Differences(elsa) : [$"{elsa.TypeName} is missing"])
            .ToList();

        differences.Except(Deliberate.Keys).ShouldBeEmpty();
        Deliberate.Keys.Except(differences).ShouldBeEmpty("a difference that is none any more must not stay in the list");
    }

    private sealed record Facts(string TypeName, string Kind, string[] Flags, string[] Inputs, string[] Outputs, string[] Ports)
    {
        private static readonly string[] AllFlags = ["isContainer", "isBrowsable", "isStart", "isTerminal"];

        public static Facts Of(JsonObject a) => new(
            (string)a["typeName"]!,
            (string)a["kind"]!,
            [.. AllFlags.Where(f => (bool)a[f]!)],
            [.. a["inputs"]!.AsArray().Select(i => string.Join(' ', InputWords(i!)))],
            [.. a["outputs"]!.AsArray().Select(o => (string)o!["name"]!)],
            [.. a["ports"]!.AsArray().Select(p => $"{(string)p!["name"]!} {(string)p["type"]!}{((bool)p["isBrowsable"]! ? string.Empty : " hidden")}")]);

        /// <summary>Done and Failed are extra: the designer draws Done itself where Elsa names no way out, and Failed is the way of our effects.</summary>
        public IEnumerable<string> Differences(Facts elsa) =>
        [
            .. Of("kind", [Kind], [elsa.Kind]), .. Of("flag", Flags, elsa.Flags), .. Of("input", Inputs, elsa.Inputs), .. Of("output", Outputs, elsa.Outputs),
            .. Of("port", Ports.Except(elsa.Ports.Length == 0 || elsa.Ports.All(p => p.Contains("Embedded", StringComparison.Ordinal)) ? ["Done Flow", "Failed Flow"] : []), elsa.Ports),
        ];

        private IEnumerable<string> Of(string what, IEnumerable<string> ours, IEnumerable<string> elsas) =>
            ours.Except(elsas).Select(o => $"{TypeName}: {what} {o} is ours alone").Concat(elsas.Except(ours).Select(e => $"{TypeName}: {what} {e} is Elsa's alone"));

        private static IEnumerable<string> InputWords(JsonNode i)
        {
            yield return (string)i["name"]!;
            yield return (string)i["uiHint"]!;
            if (!(bool)i["isWrapped"]!)
            {
                yield return "raw";
            }

            if (!(bool)i["autoEvaluate"]!)
            {
                yield return "unevaluated";
            }

            if (i["defaultSyntax"] is { } syntax)
            {
                yield return (string)syntax!;
            }

            if (i["category"] is { } category)
            {
                yield return $"[{(string)category!}]";
            }
        }
    }
}
