namespace AgentIQ.Bench.Rules.Synthetic;

/// <summary>Random rows of four conditions, twice: as a document for the engine and as code written by hand.</summary>
internal interface IRowShape
{
    /// <summary>The columns of the table, as JSON without the brackets.</summary>
    string Columns { get; }

    /// <summary>Each row: its cells as JSON without the braces, and what it puts out.</summary>
    IEnumerable<(string When, int Level, int Minutes)> Document();

    /// <summary>The ceiling: one tight loop over structures that knows the shape of the rows, as one would write it who needs no engine.</summary>
    Verdict Decide(in Subject subject);
}
