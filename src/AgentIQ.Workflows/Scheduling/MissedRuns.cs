namespace AgentIQ.Workflows.Scheduling;

/// <summary>What becomes of the runs of a schedule that came while no process could start them.</summary>
public enum MissedRuns
{
    /// <summary>One run stands for all that were missed.</summary>
    Skip,

    /// <summary>Each missed run is made up for, one after the other.</summary>
    CatchUp,
}
