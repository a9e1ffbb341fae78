namespace AgentIQ.Workflows.Definitions;

/// <summary>What an activity with several ways in waits for when the flowchart runs on tokens (elsa-studio-contract 5.1).</summary>
internal enum MergeMode
{
    /// <summary>Runs at every arrival, unless a token is still on its way to one of the activities that lead here directly.</summary>
    Stream,

    /// <summary>Runs when a token came over every forward connection.</summary>
    Merge,

    /// <summary>Runs when a token came over every connection, those of loops included.</summary>
    Converge,

    /// <summary>Runs at the first arrival and swallows one from each other connection.</summary>
    Cascade,

    /// <summary>As <see cref="Cascade"/>, and what has started on the ways here is cancelled.</summary>
    Race,
}
