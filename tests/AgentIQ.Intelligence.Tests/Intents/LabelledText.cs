using System.Globalization;
using AgentIQ.Intelligence.Intents;

namespace AgentIQ.Intelligence.Tests.Intents;

/// <summary>One line of <c>labelled.tsv</c>: a text with what a careful reader says about it.</summary>
internal sealed record LabelledText(CustomerText Customer, string Intent, IReadOnlyList<string> Flags)
{
    public static IReadOnlyList<LabelledText> ReadAll()
    {
        using var stream = typeof(LabelledText).Assembly.GetManifestResourceStream("labelled.tsv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];
    }

    private static LabelledText Parse(string line)
    {
        var fields = line.Split('\t');
        int? rating = fields[1] == "-" ? null : int.Parse(fields[1], CultureInfo.InvariantCulture);
        return new LabelledText(
            new CustomerText(fields[4].Replace("\\n", "\n", StringComparison.Ordinal), fields[0], rating),
            fields[2],
            fields[3] == "-" ? [] : fields[3].Split(','));
    }
}
