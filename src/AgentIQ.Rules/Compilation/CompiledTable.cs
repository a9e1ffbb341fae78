using System.Numerics;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Compilation;

/// <summary>A table ready to run: rows in their total order behind bitmaps.</summary>
internal sealed class CompiledTable(DecisionTable source, int number, CompiledRow[] rows, FieldIndex[] indexes, Merge?[] merges)
{
    private readonly int _words = (rows.Length + 63) / 64;

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
            Apply(Row(row), evaluation);
        }

        return null;
    }

    /// <summary>Takes what some rows say about the outputs.</summary>
    public void Apply(HashSet<string> ids, Evaluation evaluation)
    {
        foreach (var row in rows.Where(row => ids.Contains(row.Source.Id)))
        {
            Apply(row, evaluation);
        }
    }

    private void Apply(CompiledRow row, Evaluation evaluation)
    {
        foreach (var value in row.Then)
        {
            evaluation.Apply(value, merges[value.Slot], number);
        }
    }

    private CompiledRow Row(int numberInSet) => rows[numberInSet - rows[0].Number];

    private void Find(Evaluation evaluation, int limit)
    {
        var offsets = evaluation.Offsets;
        for (var index = 0; index < indexes.Length; index++)
        {
            offsets[index] = indexes[index].Offset(evaluation);
        }

        for (var word = 0; word < _words; word++)
        {
            var candidates = word == _words - 1 && rows.Length % 64 != 0 ? (1UL << (rows.Length % 64)) - 1 : ulong.MaxValue;
            for (var index = 0; index < indexes.Length && candidates != 0; index++)
            {
                candidates &= indexes[index].Bitmaps[offsets[index] + word];
            }

            for (; candidates != 0; candidates &= candidates - 1)
            {
                var row = rows[(word * 64) + BitOperations.TrailingZeroCount(candidates)];
                if (!Holds(row, evaluation))
                {
                    continue;
                }

                evaluation.Match(row.Number);
                if (--limit == 0)
                {
                    return;
                }
            }
        }
    }

    private static bool Holds(CompiledRow row, Evaluation evaluation)
    {
        foreach (var test in row.Residual)
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
