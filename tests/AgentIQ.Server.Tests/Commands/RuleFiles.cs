namespace AgentIQ.Server.Tests.Commands;

/// <summary>Policy sets in a folder of their own.</summary>
internal sealed class RuleFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("agentiq-rules-tests-");

    public string Folder => _folder.FullName;

    /// <summary>A set of two rows; the example can be made to fail.</summary>
    public static string Set(string expected = "urgent", string op = "in") =>
        $$$"""
        {
          "name": "urgency", "title": {"ru": "Срочность", "en": "Urgency"}, "description": {"ru": "Как срочно", "en": "How urgent"},
          "hitPolicy": "first",
          "outputs": [{"name": "urgency", "type": "enum", "values": ["normal", "urgent"]}],
          "defaults": {"urgency": "normal"}, "onFault": {"urgency": "normal"},
          "tables": [{
            "name": "cases",
            "columns": [{"field": "channel", "op": "eq"}, {"field": "rating", "op": "{{{op}}}"}],
            "rows": [
              {"id": "bad-review", "description": {"ru": "Плохой отзыв", "en": "A bad review"}, "when": {"channel": "review", "rating": [1, 2]}, "then": {"urgency": "urgent"}},
              {"id": "question", "description": {"ru": "Вопрос", "en": "A question"}, "when": {"channel": "question"}, "then": {"urgency": "normal"}}
            ]
          }],
          "examples": [{"name": "Одна звезда", "facts": {"channel": "review", "rating": 1}, "outputs": {"urgency": "{{{expected}}}"}, "rows": ["bad-review"]}]
        }
        """;

    public string Add(string name, string text)
    {
        var path = In(name);
        File.WriteAllText(path, text);
        return path;
    }

    public string In(string name) => Path.Combine(Folder, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
