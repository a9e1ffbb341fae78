namespace AgentIQ.Server.Tests.Commands;

/// <summary>Definition files in a folder of their own.</summary>
internal sealed class WorkflowFiles : IDisposable
{
    public const string Hello = """{"definitionId":"hello","variables":[{"id":"n","name":"N","typeName":"Int32","value":"1"}],"root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"say","type":"Elsa.WriteLine","text":{"expression":{"type":"JavaScript","value":"'Привет, ' + getInput('Who')"}}},{"id":"set","type":"Elsa.SetOutput","outputName":{"expression":{"type":"Literal","value":"Answer"}},"outputValue":{"expression":{"type":"JavaScript","value":"42"}}}]}}""";

    public const string Waits = """{"definitionId":"waits","root":{"id":"s","type":"Elsa.Sequence","activities":[{"id":"paid","type":"Elsa.Event","eventName":{"expression":{"type":"Literal","value":"Paid"}}},{"id":"rest","type":"Elsa.Delay","timeSpan":{"expression":{"type":"Literal","value":"1.00:00:00"}}}]}}""";

    public const string Faults = """{"definitionId":"faults","root":{"id":"bad","type":"Elsa.Fault","message":{"expression":{"type":"Literal","value":"broken on purpose"}}}}""";

    public const string Unknown = """
        {
          "definitionId": "unknown",
          "root": {
            "id": "s",
            "type": "Elsa.Sequence",
            "activities": [
              { "id": "odd", "type": "Elsa.Bogus" }
            ]
          }
        }
        """;

    public const string Endless = """{"definitionId":"endless","root":{"id":"w","type":"Elsa.While","condition":{"expression":{"type":"Literal","value":"true"}},"body":{"id":"again","type":"Elsa.WriteLine"}}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentiq-workflow-tests-");

    public string Folder => _folder.FullName;

    public string Add(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
