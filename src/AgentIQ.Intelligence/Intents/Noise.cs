using AgentIQ.Rules.Text;

namespace AgentIQ.Intelligence.Intents;

/// <summary>Tells typing without words from words: fingers that ran along a row of keys, one letter held down.</summary>
internal static class Noise
{
    private static readonly string[] Rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзхъ", "фывапролджэ", "ячсмитьбю"];

    /// <summary>Whether the text has letters and none of its words is one. A text without letters is no noise but silence.</summary>
    public static bool Is(string text)
    {
        var prepared = RussianText.Prepare(text);
        var words = 0;
        for (var i = 0; i < prepared.Tokens.Length; i++)
        {
            var form = prepared.Form(i);
            if (!char.IsLetter(form[0]))
            {
                continue;
            }

            if (!IsNoise(form))
            {
                return false;
            }

            words++;
        }

        return words > 0;
    }

    private static bool IsNoise(ReadOnlySpan<char> word) => word.Length >= 4 && (RunsAlongARow(word) || word.IndexOfAnyExcept(word[0]) < 0);

    private static bool RunsAlongARow(ReadOnlySpan<char> word)
    {
        foreach (var row in Rows)
        {
            if (word.IndexOfAnyExcept(row) < 0 && Neighbours(row, word) >= word.Length * 2 / 3)
            {
                return true;
            }
        }

        return false;
    }

    private static int Neighbours(string row, ReadOnlySpan<char> word)
    {
        var neighbours = 1;
        for (var i = 1; i < word.Length; i++)
        {
            neighbours += Math.Abs(row.IndexOf(word[i], StringComparison.Ordinal) - row.IndexOf(word[i - 1], StringComparison.Ordinal)) == 1 ? 1 : 0;
        }

        return neighbours;
    }
}
