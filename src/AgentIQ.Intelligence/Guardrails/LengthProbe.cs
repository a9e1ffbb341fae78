using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Guardrails;

/// <summary>
/// Finds the lengths at which a policy begins to object, by asking it about lengths. So a row may say its limit in any form
/// that the engine knows, and no number stands anywhere else.
/// </summary>
internal sealed class LengthProbe
{
    /// <summary>No marketplace takes so much; a policy that does not object here has no limit.</summary>
    private const int Endless = 1 << 20;

    private readonly CompiledRuleSet _policy;
    private readonly Evaluation _evaluation;
    private readonly FactValues _facts;

    public LengthProbe(CompiledRuleSet policy, string marketplace, string channel)
    {
        _policy = policy;
        _evaluation = policy.NewEvaluation();
        _facts = new FactValues(policy.Source.Facts).Set("marketplace", marketplace).Set("channel", channel).Set("moment", "send");
    }

    /// <summary>The least length to which no row with this verdict objects as too short, or null when none ever does.</summary>
    public int? Shortest(string verdict) => Objects(1, "too_short", verdict) ? Boundary(length => !Objects(length, "too_short", verdict)) : null;

    /// <summary>The greatest length to which no row with this verdict objects as too long, or null when none ever does.</summary>
    public int? Longest(string verdict) => Objects(Endless, "too_long", verdict) ? Boundary(length => Objects(length, "too_long", verdict)) - 1 : null;

    /// <summary>The least length from 1 of which the answer is yes, when it stays yes from there on.</summary>
    private static int Boundary(Func<int, bool> answer)
    {
        var (low, high) = (1, Endless);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = answer(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private bool Objects(int length, string type, string verdict)
    {
        _policy.Evaluate(_facts.Set("reply_length", (long)length), _evaluation);
        foreach (var row in _evaluation.Matched)
        {
            if (Says(row, "type", type) && Says(row, "verdict", verdict))
            {
                return true;
            }
        }

        return false;
    }

    private bool Says(int row, string output, string value)
    {
        var outputs = _policy.Source.OutputCatalogue;
        return outputs.SlotOf(output) is var slot and >= 0
            && _policy.Rows[row].Row.Then.Any(said => said.Slot == slot && said.Number == outputs.Fields[slot].OrdinalOf(value));
    }
}
