using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Server.Api.Workflows;
using AgentIQ.Server.Api.Workflows.Comparison;
using AgentIQ.Server.Problems;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions.Comparison;
using static AgentIQ.Server.Tests.Api.Workflows.Samples;

namespace AgentIQ.Server.Tests.Api.Workflows;

public sealed class ChangeSentencesTests
{
    private static readonly ActivityNames Names = new(new ActivityRegistry([]));

    public static TheoryData<string, string, string, string> Definitions => new()
    {
        { "{}", """{"description":"x"}""", "Процесс: описание — задано: «x».", "The workflow: description — set to “x”." },
        { """{"description":"x"}""", "{}", "Процесс: описание — убрано, было: «x».", "The workflow: description — cleared, was “x”." },
        { "{}", """{"inputs":[{"name":"A","type":"String"}]}""", "Процесс: появился вход «A» (String).", "The workflow: a new input “A” (String)." },
        { """{"outputs":[{"name":"A"}]}""", "{}", "Процесс: удалён выход «A».", "The workflow: removed the output “A”." },
        { "{}", """{"variables":[{"id":"v","name":"N","typeName":"Int32","isArray":true}]}""", "Процесс: появилась переменная «N» (Int32[]).", "The workflow: a new variable “N” (Int32[])." },
        {
            """{"variables":[{"id":"v","name":"N","value":"1"}]}""", """{"variables":[{"id":"v","name":"N","value":"2"}]}""",
            "Процесс: переменная «N» (начальное значение) — было: «1», стало: «2».", "The workflow: variable “N” (initial value) — was “1”, is now “2”."
        },
        { "{}", """{"outcomes":["Готово"]}""", "Процесс: появился исход «Готово».", "The workflow: a new outcome “Готово”." },
        { "{}", """{"options":{"usableAsActivity":true}}""", "Процесс: настройка «можно использовать как действие» — задано: «да».", "The workflow: setting “usable as an activity” — set to “yes”." },
        { "{}", """{"customProperties":{"ours":"x"}}""", "Процесс: настройка «ours» — задано: «x».", "The workflow: setting “ours” — set to “x”." },
    };

    public static TheoryData<string, string, string, string> Activities => new()
    {
        { "{}", """{"result":{"memoryReference":{"id":"v"}}}""", "«Было»: выход «result» — задано: переменная Count.", "“Было”: output “result” — set to variable Count." },
        { "{}", """{"x":{"expression":{"type":"Input","value":{"name":"Ticket"}}}}""", "«Было»: вход «x» — задано: вход процесса Ticket.", "“Было”: input “x” — set to workflow input Ticket." },
        { """{"x":[1]}""", """{"x":[2]}""", "«Было»: вход «x» — было: [1], стало: [2].", "“Было”: input “x” — was [1], is now [2]." },
        { "{}", """{"metadata":{"displayText":"Стало"}}""", "«Стало»: подпись — было: «Было», стало: «Стало».", "“Стало”: label — was “Было”, is now “Стало”." },
        { "{}", """{"customProperties":{"canStartWorkflow":true}}""", "«Было»: настройка «запускает процесс» — задано: «да».", "“Было”: setting “starts the workflow” — set to “yes”." },
    };

    [Theory]
    [MemberData(nameof(Definitions))]
    public void Says_what_a_workflow_declares(string before, string after, string russian, string english) => ShouldSay(Whole(before), Whole(after), russian, english);

    [Theory]
    [MemberData(nameof(Activities))]
    public void Says_what_is_different_about_an_activity(string before, string after, string russian, string english) => ShouldSay(With(before), With(after), russian, english);

    [Fact]
    public void Says_what_came_and_went_with_what_is_inside()
    {
        var inside = Activity("s", "Elsa.Sequence", "Ряд", ("activities", new object[] { Activity("x", "No.Such", null), Activity("y", "No.Such", null) }));

        ShouldSay(
            Flow("test", null, [], []), Flow("test", null, [inside], []),
            "Добавлено действие «Ряд» вместе с тем, что внутри (действий: 2).", "The activity “Ряд” was added with what is inside (activities: 2).");
        ShouldSay(
            Flow("test", null, [inside], []), Flow("test", null, [], []),
            "Удалено действие «Ряд» вместе с тем, что внутри (действий: 2).", "The activity “Ряд” was removed with what is inside (activities: 2).");
    }

    [Fact]
    public void Sums_up_what_moved()
    {
        ShouldSay(
            Places(2, 0), Places(2, 9), "Передвинуто на холсте: «Шаг 0», «Шаг 1».", "Moved on the canvas: “Шаг 0”, “Шаг 1”.");
        ShouldSay(
            Places(7, 0), Places(7, 9),
            "Передвинуто на холсте: «Шаг 0», «Шаг 1», «Шаг 2», «Шаг 3», «Шаг 4» и ещё 2.", "Moved on the canvas: “Шаг 0”, “Шаг 1”, “Шаг 2”, “Шаг 3”, “Шаг 4” and 2 more.");

        static string Places(int count, int x) => Flow(
            "test",
            null,
            [.. Enumerable.Range(0, count).Select(i => Activity($"a{i}", "No.Such", null, ("metadata", new { displayText = $"Шаг {i}", designer = new { position = new { x, y = i } } })))],
            []);
    }

    [Fact]
    public void Names_both_ends_of_a_connection_and_its_outcome()
    {
        Dictionary<string, object>[] activities = [Activity("a", "Elsa.FlowDecision", "Решить"), Activity("b", "No.Such", "Дальше")];
        var change = DefinitionComparer.Compare(Flow("test", null, activities, []), Flow("test", null, activities, ["a.Maybe>b"])).ShouldHaveSingleItem();

        var view = new ChangeSentences(Names, Language.Ru).View(change);

        view.Sentence.ShouldBe("Добавлена связь: «Решить», исход «Maybe» → «Дальше».");
        (view.ActivityId, view.Name, view.Before, view.After).ShouldBe(("a", "Maybe", null, "Дальше"));
    }

    private static void ShouldSay(string before, string after, string russian, string english)
    {
        var change = DefinitionComparer.Compare(before, after).ShouldHaveSingleItem();
        new ChangeSentences(Names, Language.Ru).View(change).Sentence.ShouldBe(russian);
        new ChangeSentences(Names, Language.En).View(change).Sentence.ShouldBe(english);
    }

    private static string Whole(string properties) => With("{}", JsonNode.Parse(properties)!.AsObject());

    private static string With(string properties, JsonObject? definition = null)
    {
        var activity = new JsonObject { ["id"] = "a", ["type"] = "No.Such", ["metadata"] = new JsonObject { ["displayText"] = "Было" } };
        foreach (var (name, value) in JsonNode.Parse(properties)!.AsObject())
        {
            activity[name] = value?.DeepClone();
        }

        definition ??= new JsonObject { ["variables"] = JsonSerializer.SerializeToNode(new[] { new { id = "v", name = "Count" } }) };
        definition["root"] = activity;
        return definition.ToJsonString();
    }
}
