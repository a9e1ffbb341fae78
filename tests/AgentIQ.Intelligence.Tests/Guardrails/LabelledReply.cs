using AgentIQ.Intelligence.Guardrails;

namespace AgentIQ.Intelligence.Tests.Guardrails;

/// <summary>One line of <c>labelled-replies.tsv</c>: a reply with the categories that a careful reader finds in it.</summary>
internal sealed record LabelledReply(ReplyCheckRequest Request, IReadOnlySet<string> Expected)
{
    public static IReadOnlyList<LabelledReply> ReadAll()
    {
        using var reader = new StreamReader(typeof(LabelledReply).Assembly.GetManifestResourceStream("labelled-replies.tsv")!);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];
    }

    private static LabelledReply Parse(string line)
    {
        var fields = line.Split('\t');
        return new LabelledReply(
            new ReplyCheckRequest(fields[3], fields[0], fields[2]),
            fields[1] == "ok" ? new HashSet<string>(StringComparer.Ordinal) : fields[1].Split(',').ToHashSet(StringComparer.Ordinal));
    }
}
