namespace AgentIQ.Rules.Sentences;

/// <summary>The units in which people say a length of time.</summary>
internal enum TimePart
{
    Second,
    Minute,
    Hour,
    Day,
}
