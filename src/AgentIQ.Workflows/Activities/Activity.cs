namespace AgentIQ.Workflows.Activities;

/// <summary>
/// What a definition's boxes are made of. Derive from <see cref="StepActivity"/>, <see cref="EffectActivity"/> or
/// <see cref="WaitActivity"/>; an instance is made for every call, so fields are safe but do not live from one call to the next.
/// </summary>
public abstract class Activity
{
    private protected Activity()
    {
    }
}
