namespace AgentIQ.Workflows.Activities;

/// <summary>What a Break inside a container does to it.</summary>
internal enum BreakAnswer
{
    /// <summary>Nothing: the container goes on.</summary>
    None,

    /// <summary>It ends, and so does what is around it up to the loop.</summary>
    Ends,

    /// <summary>It is the loop that ends; nothing outside it is touched.</summary>
    EndsHere,
}
