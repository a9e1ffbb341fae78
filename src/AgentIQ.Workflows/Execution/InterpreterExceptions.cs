using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Execution;

/// <summary>An input's expression failed or gave a value that does not fit.</summary>
internal sealed class InputException(string input, Exception inner) : Exception($"Failed to evaluate activity input '{input}'", inner);

/// <summary>An effect failed for good and its Failed port leads nowhere.</summary>
internal sealed class EffectFailedException(string typeName, EffectResult result)
    : Exception($"{typeName} failed after {result.Attempts} attempt(s): {result.Error ?? "no reason given"}. Connect its Failed outcome to handle this in the workflow.");

/// <summary>What a Fault activity throws.</summary>
internal sealed class WorkflowFaultException(string message) : Exception(message);

/// <summary>The way that an activity's outcome took leads to where it must not: the fault is that activity's.</summary>
internal sealed class DeadEndException(string message) : Exception(message);

/// <summary>The burst must be undone as a whole and run again, each activity under its own savepoint.</summary>
internal sealed class RepeatBurstException(Exception reason) : Exception(reason.Message, reason);
