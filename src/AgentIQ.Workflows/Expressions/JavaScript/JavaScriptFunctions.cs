using System.Collections.Frozen;
using System.Text;
using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime.Library;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>
/// The functions that authors of Elsa workflows expect (elsa-studio-contract 5.5), each made when a script first names it.
/// None reaches files, the network or .NET.
/// </summary>
internal static class JavaScriptFunctions
{
    private static readonly FrozenDictionary<string, (int Length, NativeBody Body)> All = Table().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Everything that a script finds beside the language itself.</summary>
    public static IEnumerable<string> Names => All.Keys.Append("variables");

    public static JsValue? Find(Realm realm, string name)
    {
        if (name == "variables")
        {
            return new VariablesObject(realm);
        }

        return All.TryGetValue(name, out var function) ? (JsValue)new NativeFunction(realm, name, function.Length, function.Body) : null;
    }

    /// <summary>getName() and setName() of a variable in scope, getName() of a workflow input.</summary>
    public static JsValue? FindAccessor(Realm realm, string name)
    {
        if (name.Length < 4 || (!name.StartsWith("get", StringComparison.Ordinal) && !name.StartsWith("set", StringComparison.Ordinal)))
        {
            return null;
        }

        var host = realm.Host;
        if (host.Burst.Variables.NamesInScope(host.Execution).FirstOrDefault(v => IsAccessorOf(name, v)) is { } variable)
        {
            return name[0] == 'g'
                ? new NativeFunction(realm, name, 0, (r, _, _) => r.Host.Get(variable))
                : new NativeFunction(realm, name, 1, (r, _, a) => SetVariable(r, variable, a.At(0)));
        }

        return name[0] == 'g' && host.Burst.Workflows.InputNames(host.Execution).FirstOrDefault(i => IsAccessorOf(name, i)) is { } input
            ? (JsValue)new NativeFunction(realm, name, 0, (r, _, _) => Input(r, input))
            : null;
    }

    private static bool IsAccessorOf(string accessor, string name) =>
        name.Length == accessor.Length - 3 && char.ToUpperInvariant(name[0]) == accessor[3] && name.AsSpan(1).SequenceEqual(accessor.AsSpan(4));

    private static Dictionary<string, (int Length, NativeBody Body)> Table()
    {
        var table = new Dictionary<string, (int, NativeBody)>(StringComparer.Ordinal);
        Variables(table);
        Identity(table);
        Texts(table);
        return table;
    }

    private static void Variables(Dictionary<string, (int, NativeBody)> table)
    {
        table["getVariable"] = (1, static (r, _, a) => r.Host.Get(Text(r, a, 0)));
        table["setVariable"] = (2, static (r, _, a) => SetVariable(r, Text(r, a, 0), a.At(1)));
        table["getInput"] = (1, static (r, _, a) => Input(r, Text(r, a, 0)));
        table["getOutputFrom"] = (2, static (r, _, a) => JsValues.FromPlain(r.Engine, r.Host.Burst.Outputs.Find(r.Host.Execution, Text(r, a, 0), a.Length > 1 ? Text(r, a, 1) : null)));
        table["getLastResult"] = (0, static (r, _, _) => JsValues.FromPlain(r.Engine, r.Host.Burst.Outputs.LastResult));
        table["setOutcome"] = (1, static (r, _, a) =>
        {
            r.Host.Burst.ScriptOutcomes = [Text(r, a, 0)];
            return JsValue.Undefined;
        });
        table["setOutcomes"] = (1, static (r, _, a) =>
        {
            r.Host.Burst.ScriptOutcomes = [.. r.Iterate(a.At(0)).Select(o => Operations.ToText(r, o))];
            return JsValue.Undefined;
        });
    }

    private static void Identity(Dictionary<string, (int, NativeBody)> table)
    {
        table["getWorkflowInstanceId"] = (0, static (r, _, _) => new JsValue(Instance(r).Id.ToString()));
        table["getWorkflowDefinitionId"] = (0, static (r, _, _) => new JsValue(Instance(r).Workflow.DefinitionId));
        table["getWorkflowDefinitionVersionId"] = (0, static (r, _, _) => new JsValue(Instance(r).Workflow.VersionId));
        table["getWorkflowDefinitionVersion"] = (0, static (r, _, _) => Operations.Number(Instance(r).Workflow.Version));
        table["getCorrelationId"] = (0, static (r, _, _) => OrNull(Instance(r).CorrelationId));
        table["setCorrelationId"] = (1, static (r, _, a) =>
        {
            Instance(r).CorrelationId = Optional(r, a);
            return JsValue.Undefined;
        });
        table["getWorkflowInstanceName"] = (0, static (r, _, _) => OrNull(Instance(r).Name));
        table["setWorkflowInstanceName"] = (1, static (r, _, a) =>
        {
            Instance(r).Name = Optional(r, a);
            return JsValue.Undefined;
        });
        table["newGuid"] = (0, static (r, _, _) => new JsValue(r.Host.Burst.NewId().ToString()));
        table["newGuidString"] = table["newGuid"];
        table["newShortGuid"] = (0, static (r, _, _) => new JsValue(Convert.ToBase64String(r.Host.Burst.NewId().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_')));
        table["parseGuid"] = (1, static (r, _, a) => Guid.TryParse(Text(r, a, 0), out var id) ? new JsValue(id.ToString()) : throw r.TypeError($"{Operations.Describe(a.At(0))} is not a GUID"));
    }

    private static void Texts(Dictionary<string, (int, NativeBody)> table)
    {
        table["isNullOrEmpty"] = (1, static (r, _, a) => Operations.Flag(string.IsNullOrEmpty(Optional(r, a))));
        table["isNullOrWhiteSpace"] = (1, static (r, _, a) => Operations.Flag(string.IsNullOrWhiteSpace(Optional(r, a))));
        table["toJson"] = (1, static (r, _, a) => JsonWriter.Write(r, a.At(0), JsValue.Undefined, JsValue.Undefined) is { } json ? Operations.Text(r, json) : JsValue.Null);
        table["parseJson"] = (1, static (r, _, a) => JsonLibrary.Parse(r, Text(r, a, 0)));
        table["stringToBase64"] = (1, static (r, _, a) => Operations.Text(r, Convert.ToBase64String(Encoding.UTF8.GetBytes(Text(r, a, 0)))));
        table["stringFromBase64"] = (1, static (r, _, a) => new JsValue(Encoding.UTF8.GetString(FromBase64(r, Text(r, a, 0)))));
        table["bytesToBase64"] = (1, static (r, _, a) => Operations.Text(r, Convert.ToBase64String(Bytes(r, a.At(0)))));
        table["bytesFromBase64"] = (1, static (r, _, a) => r.Array(FromBase64(r, Text(r, a, 0)).Select(b => Operations.Number(b))));
        table["bytesToString"] = (1, static (r, _, a) => new JsValue(Encoding.UTF8.GetString(Bytes(r, a.At(0)))));
        table["bytesFromString"] = (1, static (r, _, a) => r.Array(Encoding.UTF8.GetBytes(Text(r, a, 0)).Select(b => Operations.Number(b))));
    }

    private static WorkflowInstance Instance(Realm realm) => realm.Host.Burst.Instance;

    private static JsValue SetVariable(Realm realm, string name, JsValue value)
    {
        realm.Host.Set(name, value, realm);
        return JsValue.Undefined;
    }

    private static JsValue Input(Realm realm, string name) =>
        realm.Host.Burst.Workflows.TryGetInput(realm.Host.Execution, name, out var value) ? JsValues.FromPlain(realm.Engine, value) : JsValue.Undefined;

    private static byte[] Bytes(Realm realm, JsValue value) => [.. realm.Iterate(value).Select(b => unchecked((byte)Operations.ToInt32(b)))];

    private static byte[] FromBase64(Realm realm, string text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : throw realm.TypeError("The text is not Base64");
    }

    private static string Text(Realm realm, JsValue[] arguments, int index) => Operations.ToText(realm, arguments.At(index));

    private static string? Optional(Realm realm, JsValue[] arguments) => Operations.IsNothing(arguments.At(0)) ? null : Text(realm, arguments, 0);

    private static JsValue OrNull(string? text) => text is null ? JsValue.Null : new JsValue(text);
}
