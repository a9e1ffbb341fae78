using Serilog.Events;
using Serilog.Formatting;

namespace AgentIQ.Server.Logging;

/// <summary>Lets another formatter write the line, then hides the secrets in it.</summary>
internal sealed class RedactingFormatter(ITextFormatter inner) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var line = new StringWriter();
        inner.Format(logEvent, line);
        output.Write(Secrets.Hide(line.ToString()));
    }
}
