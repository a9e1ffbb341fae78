using System.Collections.Concurrent;

namespace AgentIQ.Rules.Text;

/// <summary>
/// What was compiled from short texts before: the same ones come again whenever a set is checked, saved or loaded, and compiling is most
/// of that work. Bounded, so that what authors type does not pile up: when it is full it begins anew, and a long text is not kept.
/// </summary>
/// <typeparam name="T">What a text is compiled to; immutable and safe to share.</typeparam>
internal sealed class Compiled<T>(Func<string, T> compile)
{
    private const int MostTexts = 4000;
    private const int LongestText = 300;

    private readonly ConcurrentDictionary<string, T> _known = new(StringComparer.Ordinal);

    /// <summary>The one that was compiled before, or a new one. Throws what compiling throws.</summary>
    public T Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
        {
            return known;
        }

        var compiled = compile(text);
        if (text.Length <= LongestText)
        {
            if (_known.Count >= MostTexts)
            {
                _known.Clear();
            }

            _known[text] = compiled;
        }

        return compiled;
    }
}
