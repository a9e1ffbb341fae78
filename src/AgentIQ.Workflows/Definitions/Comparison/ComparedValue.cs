namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>A value as its author reads it.</summary>
/// <param name="Form">How it was given.</param>
/// <param name="Text">The literal, the script, the variable's name. Long texts are cut to what differs.</param>
public sealed record ComparedValue(ValueForm Form, string Text);

/// <summary>How a value is given.</summary>
public enum ValueForm
{
    /// <summary>As it stands.</summary>
    Literal,

    /// <summary>A list or an object, as JSON.</summary>
    Json,

    /// <summary>A script.</summary>
    JavaScript,

    /// <summary>A variable, by its name.</summary>
    Variable,

    /// <summary>An input of the workflow, by its name.</summary>
    Input,

    /// <summary>An output of the workflow, by its name.</summary>
    Output,

    /// <summary>An expression in a language that does not run here; its text.</summary>
    Other,
}
