namespace AgentIQ.Rules.Text.Dictionary;

/// <summary>The suffix rules of a Hunspell affix file, by flag and by the ending that they produce.</summary>
internal sealed class AffixTable
{
    private readonly ILookup<char, AffixRule> _byFlag;
    private readonly ILookup<string, AffixRule> _byEnding;

    private AffixTable(IReadOnlyList<AffixRule> rules)
    {
        _byFlag = rules.ToLookup(rule => rule.Flag);
        _byEnding = rules.ToLookup(rule => Normal.Fold(rule.Add), StringComparer.Ordinal);
        LongestEnding = rules.Max(rule => rule.Add.Length);
    }

    public int LongestEnding { get; }

    public IEnumerable<AffixRule> WithFlag(char flag) => _byFlag[flag];

    /// <summary>Rules that could have produced this ending (in normal form).</summary>
    public IEnumerable<AffixRule> Producing(string ending) => _byEnding[ending];

    public static AffixTable Read(TextReader reader)
    {
        var rules = new List<AffixRule>();
        while (reader.ReadLine() is { } line)
        {
            // «SFX flag strip add condition»; the header of a group has four fields and is of no use here.
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields is ["SFX", var flag, var strip, var add, var condition, ..])
            {
                rules.Add(new AffixRule(flag[0], Zero(strip), Zero(add), new AffixCondition(condition)));
            }
        }

        return new AffixTable(rules);
    }

    private static string Zero(string field) => field == "0" ? string.Empty : field;
}
