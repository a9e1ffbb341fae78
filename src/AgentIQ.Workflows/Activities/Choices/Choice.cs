namespace AgentIQ.Workflows.Activities;

/// <summary>One entry of a dropdown in the designer.</summary>
/// <param name="Value">What the definition stores.</param>
/// <param name="Text">What people read.</param>
public sealed record Choice(string Value, string Text);
