namespace AgentIQ.Workflows.Definitions.Comparison;

/// <summary>What a change is about.</summary>
public enum ChangeSubject
{
    /// <summary>An activity.</summary>
    Activity,

    /// <summary>A connection of a flowchart.</summary>
    Connection,

    /// <summary>An input of an activity, or of the workflow when no activity is named.</summary>
    Input,

    /// <summary>What an output of an activity is bound to, or an output of the workflow when no activity is named.</summary>
    Output,

    /// <summary>A variable, of the workflow or of the container that is named.</summary>
    Variable,

    /// <summary>Anything that decides how the workflow or the activity runs.</summary>
    Setting,

    /// <summary>A text for people: <c>name</c>, <c>displayText</c> or <c>description</c>.</summary>
    Text,
}
