using System.Numerics;
using System.Numerics.Tensors;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>A table ready to run: rows in their total order behind bitmaps.</summary>
internal sealed class CompiledTable(DecisionTable source, int number, CompiledRow[] rows, FieldIndex[] indexes, Merge?[] merges)
{
    /// <summary>Words of a bitmap that are looked at together: 1,024 rows, so that a table that stops at its first row does not read on for long.</summary>
    private const int Block = 16;

    private readonly int _words = (rows.Length + 63) / 64;

    // What is read while rows are found stands side by side: with ten thousand rows, reaching each one's object costs more than asking it.
    private readonly Test[][] _residual = [.. rows.Select(row => row.Residual)];
    private readonly CompiledOutput[] _outputs =
        [.. rows.SelectMany(row => row.Source.Then).Select(value => new CompiledOutput(value.Slot, value.Number, value.Reference, merges[value.Slot]))];
    private readonly int[] _outputsFrom = From(rows);

    public DecisionTable Source => source;

    public CompiledRow[] Rows => rows;

    public int IndexCount => indexes.Length;

    /// <summary>Evaluates the table once. Returns what is wrong with the set when its hit policy is broken, else null.</summary>
    public string? Run(Evaluation evaluation)
    {
        var from = evaluation.MatchedCount;
        Find(evaluation, source.HitPolicy == HitPolicy.First ? 1 : int.MaxValue);
        var matched = evaluation.Matched[from..];
        if (matched.IsEmpty)
        {
            return null;
        }

        switch (source.HitPolicy)
        {
            case HitPolicy.Collect:
                break;
            case HitPolicy.Unique when matched.Length > 1:
                return $"table {source.Name}: expected at most one row to apply, came {Row(matched[0]).Source.Id} and {Row(matched[1]).Source.Id}; make them exclude each other or choose another hit policy";
            case HitPolicy.Any when Disagreeing(matched) is { } other:
                return $"table {source.Name}: expected rows that apply together to say the same, came {Row(matched[0]).Source.Id} and {other.Source.Id} with different outputs; correct one of them";
            case HitPolicy.Priority:
                evaluation.KeepOnly(from, MostSevere(matched));
                break;
            default:
                evaluation.KeepOnly(from, matched[0]);
                break;
        }

        foreach (var row in evaluation.Matched[from..])
        {
            Apply(row - rows[0].Number, evaluation);
        }

        return null;
    }

    /// <summary>Takes what some rows say about the outputs.</summary>
    public void Apply(HashSet<string> ids, Evaluation evaluation)
    {
        for (var row = 0; row < rows.Length; row++)
        {
            if (ids.Contains(rows[row].Source.Id))
            {
                Apply(row, evaluation);
            }
        }
    }

    private void Apply(int row, Evaluation evaluation)
    {
        foreach (ref readonly var value in _outputs.AsSpan(_outputsFrom[row].._outputsFrom[row + 1]))
        {
            evaluation.Apply(in value, number);
        }
    }

    /// <summary>Where each row's outputs begin, and where the last one's end.</summary>
    private static int[] From(CompiledRow[] rows)
    {
        var from = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
        {
            from[row + 1] = from[row] + rows[row].Source.Then.Count;
        }

        return from;
    }

    private CompiledRow Row(int numberInSet) => rows[numberInSet - rows[0].Number];

    private void Find(Evaluation evaluation, int limit)
    {
        var offsets = evaluation.Offsets;
        for (var index = 0; index < indexes.Length; index++)
        {
            offsets[index] = indexes[index].Offset(evaluation);
        }

        if (_words < Vector<ulong>.Count)
        {
            for (var word = 0; word < _words && limit > 0; word++)
            {
                limit = Match(evaluation, word, Candidates(offsets, word), limit);
            }
        }
        else
        {
            FindInBlocks(evaluation, offsets, limit);
        }
    }

    private ulong Candidates(int[] offsets, int word)
    {
        var candidates = All(word);
        for (var index = 0; index < indexes.Length && candidates != 0; index++)
        {
            candidates &= indexes[index].Bitmaps[offsets[index] + word];
        }

        return candidates;
    }

    /// <summary>The same for many rows: a block of words goes through an index in a few instructions, and an empty block through no further one.</summary>
    private void FindInBlocks(Evaluation evaluation, int[] offsets, int limit)
    {
        Span<ulong> block = stackalloc ulong[Block];
        for (var from = 0; from < _words; from += Block)
        {
            var candidates = block[..Math.Min(Block, _words - from)];
            candidates.Fill(ulong.MaxValue);
            for (var index = 0; index < indexes.Length && candidates.ContainsAnyExcept(0UL); index++)
            {
                TensorPrimitives.BitwiseAnd(candidates, indexes[index].Bitmaps.AsSpan(offsets[index] + from, candidates.Length), candidates);
            }

            for (var word = 0; word < candidates.Length; word++)
            {
                limit = Match(evaluation, from + word, candidates[word] & All(from + word), limit);
                if (limit == 0)
                {
                    return;
                }
            }
        }
    }

    /// <summary>The rows that there are in a word of a bitmap.</summary>
    private ulong All(int word) => word == _words - 1 && rows.Length % 64 != 0 ? (1UL << (rows.Length % 64)) - 1 : ulong.MaxValue;

    /// <summary>Matches those of the candidates that hold, and returns how many more are wanted.</summary>
    private int Match(Evaluation evaluation, int word, ulong candidates, int limit)
    {
        for (; candidates != 0 && limit > 0; candidates &= candidates - 1)
        {
            var row = (word * 64) + BitOperations.TrailingZeroCount(candidates);
            if (Holds(_residual[row], evaluation))
            {
                evaluation.Match(rows[0].Number + row);
                limit--;
            }
        }

        return limit;
    }

    private static bool Holds(Test[] residual, Evaluation evaluation)
    {
        foreach (var test in residual)
        {
            if (test(evaluation) != Truth.True)
            {
                return false;
            }
        }

        return true;
    }

    private int MostSevere(ReadOnlySpan<int> matched)
    {
        var best = matched[0];
        foreach (var row in matched)
        {
            best = Row(row).Rank > Row(best).Rank ? row : best;
        }

        return best;
    }

    private CompiledRow? Disagreeing(ReadOnlySpan<int> matched)
    {
        foreach (var row in matched)
        {
            if (Row(row).Outcome != Row(matched[0]).Outcome)
            {
                return Row(row);
            }
        }

        return null;
    }
}
