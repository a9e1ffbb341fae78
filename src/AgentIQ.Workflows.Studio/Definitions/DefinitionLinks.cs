using System.Text.Json;
using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;

namespace AgentIQ.Workflows.Studio.Definitions;

/// <summary>What a caller may do with definitions; who may not edit gets no link by which the designer would let them (elsa-studio-contract 0, rule 2).</summary>
internal static class DefinitionLinks
{
    private const string Definitions = "/workflow-definitions";

    /// <summary>Of a list.</summary>
    public static IReadOnlyList<Link> OfList(StudioCaller caller)
    {
        Link[] reading =
        [
            new(Definitions, "self", "GET"),
            new($"{Definitions}/validation/is-name-unique", "is-name-unique", "GET"),
            new($"{Definitions}/query/count", "count", "GET"),
            new($"{Definitions}/many-by-id", "many-by-id", "GET"),
        ];
        return !caller.CanEdit ? reading :
        [
            .. reading,
            new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
            new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
            new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
            new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
            new($"{Definitions}/import", "import", "POST"),
            new(Definitions, "create", "POST"),
        ];
    }

    /// <summary>Of a version. A deleted one is only read; the platform's can be edited, which makes an own copy, but not deleted.</summary>
    public static IReadOnlyList<Link> Of(StudioCaller caller, DefinitionVersionSummary version)
    {
        var one = $"{Definitions}/{Uri.EscapeDataString(version.DefinitionId)}";
        Link[] reading =
        [
            new(one, "self", "GET"),
            new($"{Definitions}/by-definition-id/{Uri.EscapeDataString(version.DefinitionId)}", "self", "GET"),
            new($"{one}/versions", "versions", "GET"),
            new($"{one}/export", "export", "POST"),
        ];
        if (!caller.CanEdit || version.IsDeleted)
        {
            return reading;
        }

        Link[] editing =
        [
            new($"{one}/bulk-dispatch", "bulk-dispatch", "POST"),
            new($"{one}/dispatch", "dispatch", "POST"),
            new($"{one}/execute", "execute", "POST"),
            new($"{one}/publish", "publish", "POST"),
            new($"{one}/retract", "retract", "POST"),
            new($"{one}/import", "import", "PUT"),
        ];
        return [.. reading, .. editing, .. version.IsPlatform ? (Link[])[] : [new(one, "delete", "DELETE")]];
    }

    /// <summary>The same as JSON, for a definition's text.</summary>
    public static string JsonOf(StudioCaller caller, DefinitionVersionSummary version) => JsonSerializer.Serialize(Of(caller, version), StudioJson.Options);
}
