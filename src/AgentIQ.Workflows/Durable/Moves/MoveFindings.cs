namespace AgentIQ.Workflows.Durable.Moves;

/// <summary>Collects why a state cannot be moved, and what is different when it is.</summary>
internal sealed class MoveFindings
{
    private readonly List<string> _reasons = [];
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> Reasons => _reasons;

    public IReadOnlyList<string> Notes => _notes;

    public void Refuse(string reason) => Add(_reasons, reason);

    public void Note(string note) => Add(_notes, note);

    private static void Add(List<string> list, string text)
    {
        if (!list.Contains(text))
        {
            list.Add(text);
        }
    }
}
