using AgentIQ.Workflows.Execution;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Runtime.Interop;

namespace AgentIQ.Workflows.Expressions.JavaScript;

/// <summary>The functions that authors of Elsa workflows expect (elsa-studio-contract 5.5). None reaches files, the network or .NET.</summary>
internal static class JavaScriptFunctions
{
    public static void Install(Engine engine, JavaScriptScope scope, Burst burst)
    {
        var instance = burst.Instance;
        engine.SetValue("variables", new VariablesObject(engine, scope));
        Add(engine, "getVariable", args => scope.Get(Text(args, 0)));
        Add(engine, "setVariable", args =>
        {
            scope.Set(Text(args, 0), At(args, 1));
            return JsValue.Undefined;
        });
        foreach (var variable in instance.Workflow.Variables)
        {
            var name = variable.Name;
            Add(engine, "get" + Capitalised(name), _ => scope.Get(name));
            Add(engine, "set" + Capitalised(name), args =>
            {
                scope.Set(name, At(args, 0));
                return JsValue.Undefined;
            });
        }

        Add(engine, "getInput", args => instance.Input.TryGetValue(Text(args, 0), out var value) ? JsValues.FromPlain(engine, value) : JsValue.Undefined);
        Add(engine, "getOutputFrom", args => JsValues.FromPlain(engine, burst.Outputs.Find(scope.Execution, Text(args, 0), args.Length > 1 ? Text(args, 1) : null)));
        Add(engine, "getLastResult", _ => JsValues.FromPlain(engine, burst.Outputs.LastResult));
        Add(engine, "getWorkflowInstanceId", _ => instance.Id.ToString());
        Add(engine, "getWorkflowDefinitionId", _ => instance.Workflow.DefinitionId);
        Add(engine, "getWorkflowDefinitionVersionId", _ => instance.Workflow.VersionId);
        Add(engine, "getWorkflowDefinitionVersion", _ => instance.Workflow.Version);
        Add(engine, "getCorrelationId", _ => OrNull(instance.CorrelationId));
        Add(engine, "setCorrelationId", args =>
        {
            instance.CorrelationId = Text(args, 0);
            return JsValue.Undefined;
        });
        Add(engine, "getWorkflowInstanceName", _ => OrNull(instance.Name));
        Add(engine, "setWorkflowInstanceName", args =>
        {
            instance.Name = Text(args, 0);
            return JsValue.Undefined;
        });
        Add(engine, "setOutcome", args =>
        {
            burst.ScriptOutcomes = [Text(args, 0)];
            return JsValue.Undefined;
        });
        Add(engine, "setOutcomes", args =>
        {
            burst.ScriptOutcomes = (string[])ValueConverter.Convert(JsValues.ToPlain(At(args, 0)), typeof(string[]))!;
            return JsValue.Undefined;
        });
        Add(engine, "newGuid", _ => burst.NewId().ToString());
        Add(engine, "newGuidString", _ => burst.NewId().ToString());
        Add(engine, "newShortGuid", _ => Convert.ToBase64String(burst.NewId().ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_'));
        Add(engine, "isNullOrEmpty", args => string.IsNullOrEmpty(Optional(args)));
        Add(engine, "isNullOrWhiteSpace", args => string.IsNullOrWhiteSpace(Optional(args)));
        Add(engine, "toJson", args => new JsonSerializer(engine).Serialize(At(args, 0), JsValue.Undefined, JsValue.Undefined));
        Add(engine, "stringToBase64", args => Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Text(args, 0))));
        Add(engine, "stringFromBase64", args => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Text(args, 0))));
    }

    private static void Add(Engine engine, string name, Func<JsValue[], JsValue> body) =>
        engine.SetValue(name, new ClrFunctionInstance(engine, (_, args) => body(args)));

    private static JsValue At(JsValue[] args, int index) => index < args.Length ? args[index] : JsValue.Undefined;

    private static string Text(JsValue[] args, int index) => Jint.Runtime.TypeConverter.ToString(At(args, index));

    private static string? Optional(JsValue[] args) => At(args, 0) is var value && (value.IsNull() || value.IsUndefined()) ? null : Text(args, 0);

    private static JsValue OrNull(string? text) => text is null ? JsValue.Null : new JsValue(text);

    private static string Capitalised(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];
}
