namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <summary>Where break and continue may go from a place in the script.</summary>
/// <param name="InLoop">A loop is around.</param>
/// <param name="InSwitch">A switch is around, inside of any loop.</param>
/// <param name="Statements">Labels of statements around.</param>
/// <param name="Loops">Labels of loops around.</param>
/// <param name="Pending">Labels right before the statement that comes.</param>
internal sealed record Labels(bool InLoop, bool InSwitch, string[] Statements, string[] Loops, string[] Pending)
{
    public static Labels None { get; } = new(InLoop: false, InSwitch: false, [], [], []);

    public Labels Loop() => new(InLoop: true, InSwitch: false, Statements, [.. Loops, .. Pending], []);
}
