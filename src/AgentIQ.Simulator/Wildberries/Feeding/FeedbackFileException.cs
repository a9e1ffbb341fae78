namespace AgentIQ.Simulator.Wildberries.Feeding;

/// <summary>A file of feedbacks cannot be used; the message names the file, the line, the record and the field.</summary>
public sealed class FeedbackFileException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public FeedbackFileException()
    {
    }

    /// <summary>Makes the exception.</summary>
    public FeedbackFileException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    public FeedbackFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
