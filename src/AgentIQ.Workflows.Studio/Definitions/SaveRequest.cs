using System.Text.Json;
using AgentIQ.Workflows.Studio.Answers;
using Microsoft.AspNetCore.Http;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>What the designer sends to save.</summary>
/// <param name="Model">The definition, letter by letter.</param>
/// <param name="Publish">Whether to publish it too.</param>
/// <param name="BasedOn">The state that the page was given; null: it says none.</param>
/// <param name="Problem">Why it cannot be read; null: it can.</param>
internal sealed record SaveRequest(string Model, bool Publish, DefinitionRevision? BasedOn, Text? Problem)
{
    /// <summary>Lets endpoints take it as a parameter.</summary>
    public static async ValueTask<SaveRequest> BindAsync(HttpContext context)
    {
        var body = await RequestText.BindAsync(context);
        return body.Problem is { } problem ? Refused(problem) : Read(body.Value);
    }

    private static SaveRequest Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var request = document.RootElement;
            if (request.ValueKind != JsonValueKind.Object || !request.TryGetProperty("model", out var model) || model.ValueKind != JsonValueKind.Object)
            {
                return Refused(new Text("Ожидался объект с процессом в поле model. Обновите страницу; ничего не сохранено.", "Expected an object with a definition in model. Reload the page; nothing was saved."));
            }

            return IsStateMachine(model)
                ? Refused(new Text("Машины состояний не поддерживаются. Создайте процесс с блок-схемой (Flowchart); ничего не сохранено.", "State machines are not supported. Create a workflow with a flowchart; nothing was saved."))
                : new SaveRequest(model.GetRawText(), request.TryGetProperty("publish", out var publish) && publish.ValueKind == JsonValueKind.True, DefinitionRevision.In(model), Problem: null);
        }
        catch (JsonException e)
        {
            return Refused(new Text(
                $"Пришёл не JSON (строка {e.LineNumber + 1}, байт {e.BytePositionInLine + 1}). Повторите сохранение; ничего не сохранено.",
                $"Expected JSON, got something else (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}). Save again; nothing was saved."));
        }
    }

    // The designer's dialog offers one for a new workflow.
    private static bool IsStateMachine(JsonElement model) =>
        model.TryGetProperty("root", out var root) && root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.ValueEquals("Elsa.StateMachine");

    private static SaveRequest Refused(Text problem) => new(string.Empty, Publish: false, BasedOn: null, problem);
}
