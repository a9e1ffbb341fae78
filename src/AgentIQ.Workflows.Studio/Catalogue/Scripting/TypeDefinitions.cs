using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Studio.Access;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Studio.Catalogue.Scripting;

/// <summary>TypeScript declarations of what a script of a definition finds: the engine's functions, the definition's variables and inputs.</summary>
internal sealed partial class TypeDefinitions(IWorkflowDefinitionQueries definitions, Database database, ILogger<TypeDefinitions> logger)
{
    private static readonly string Functions = ReadFunctions();

    /// <summary>The declarations; of a definition that is not there, or cannot be read, the functions alone.</summary>
    public async Task<string> OfAsync(StudioCaller caller, string definitionId, CancellationToken ct)
    {
        var text = new StringBuilder(Functions);
        try
        {
            var version = await database.InTenantAsync(caller.TenantId, scope => definitions.FindAsync(scope, definitionId, VersionOptions.Latest, ct), ct);
            if (version is not null)
            {
                using var document = JsonDocument.Parse(version.Body);
                Declare(text, Declarations(document.RootElement, "variables"), Declarations(document.RootElement, "inputs"));
            }
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            Failed(definitionId, e);
        }

        return text.ToString();
    }

    private static void Declare(StringBuilder text, List<Declaration> variables, List<Declaration> inputs)
    {
        text.Append("declare const variables: {\n");
        foreach (var variable in variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {JsonSerializer.Serialize(variable.Name, WorkflowJson.Options)}: {variable.Type};\n");
        }

        text.Append("  [name: string]: any;\n};\n");
        var accessible = variables.Where(v => Identifier().IsMatch(v.Name)).ToList();
        foreach (var variable in accessible)
        {
            text.Append(CultureInfo.InvariantCulture, $"declare function get{Pascal(variable.Name)}(): {variable.Type};\n");
            text.Append(CultureInfo.InvariantCulture, $"declare function set{Pascal(variable.Name)}(value: {variable.Type}): void;\n");
        }

        // A variable hides an input of the same name.
        foreach (var input in inputs.Where(i => Identifier().IsMatch(i.Name) && !accessible.Exists(v => Pascal(v.Name) == Pascal(i.Name))))
        {
            text.Append(CultureInfo.InvariantCulture, $"declare function get{Pascal(input.Name)}(): {input.Type};\n");
        }
    }

    private static List<Declaration> Declarations(JsonElement definition, string list) =>
        definition.TryGetProperty(list, out var found) && found.ValueKind == JsonValueKind.Array
            ? [.. found.EnumerateArray().Select(Declaration.Read).OfType<Declaration>().DistinctBy(d => Pascal(d.Name), StringComparer.Ordinal)]
            : [];

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    private static string ReadFunctions()
    {
        using var stream = typeof(TypeDefinitions).Assembly.GetManifestResourceStream("functions.d.ts")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^[\p{L}_$][\p{L}\p{Nd}_$]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();

    [LoggerMessage(Level = LogLevel.Error, Message = "The variables of definition {DefinitionId} could not be declared for its script editor.")]
    private partial void Failed(string definitionId, Exception exception);
}
