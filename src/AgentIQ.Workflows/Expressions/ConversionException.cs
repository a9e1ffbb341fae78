namespace AgentIQ.Workflows.Expressions;

/// <summary>A value does not fit the type that is expected of it. Conversions are strict: nothing becomes a default value silently.</summary>
/// <param name="message">What came and what was expected.</param>
/// <param name="inner">The reason, where another component found it.</param>
public sealed class ConversionException(string message, Exception? inner = null) : Exception(message, inner);
