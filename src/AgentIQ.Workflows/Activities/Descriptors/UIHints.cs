namespace AgentIQ.Workflows.Activities;

/// <summary>The designer's editors for inputs (elsa-studio-contract 4.3).</summary>
public static class UIHints
{
    /// <summary>One line of text.</summary>
    public const string SingleLine = "singleline";

    /// <summary>Several lines of text.</summary>
    public const string MultiLine = "multiline";

    /// <summary>A check box.</summary>
    public const string Checkbox = "checkbox";

    /// <summary>A choice from a list.</summary>
    public const string Dropdown = "dropdown";

    /// <summary>A list of texts.</summary>
    public const string MultiText = "multitext";

    /// <summary>Source text.</summary>
    public const string CodeEditor = "code-editor";

    /// <summary>JSON text.</summary>
    public const string JsonEditor = "json-editor";

    /// <summary>Names with values.</summary>
    public const string Dictionary = "dictionary";

    /// <summary>One of the definition's variables.</summary>
    public const string VariablePicker = "variable-picker";

    /// <summary>One of the definition's outputs.</summary>
    public const string OutputPicker = "output-picker";

    /// <summary>One of the definition's outcomes.</summary>
    public const string OutcomePicker = "outcome-picker";

    /// <summary>Status codes, each with an embedded activity.</summary>
    public const string HttpStatusCodes = "http-status-codes";

    /// <summary>Several of a list.</summary>
    public const string CheckList = "checklist";

    /// <summary>A list of texts that are also the activity's outcomes.</summary>
    public const string DynamicOutcomes = "dynamic-outcomes";

    /// <summary>Cases of a flow switch; their labels are the activity's outcomes.</summary>
    public const string FlowSwitchEditor = "flow-switch-editor";

    /// <summary>One of the published definitions, by its id.</summary>
    public const string WorkflowDefinitionPicker = "workflow-definition-picker";

    /// <summary>Cases of a switch with their embedded activities.</summary>
    public const string SwitchEditor = "switch-editor";

    internal static bool DefineOutcomes(string hint) => hint is DynamicOutcomes or FlowSwitchEditor;
}
