namespace AgentIQ.Rules.Text.Patterns;

/// <summary>A sequence that is tried when the word at its anchor is seen.</summary>
internal sealed class Anchored(int pattern, int anchor, int[] places, int[] gaps, (int Place, bool After, int Reach)[] guards)
{
    public int Pattern => pattern;

    public bool TryMatch(PlaceView view, int token, out int first, out int last)
    {
        first = last = token;
        return Back(view, anchor, token, ref first) && Forward(view, anchor, token, ref last) && Allowed(view, first, last);
    }

    private bool Back(PlaceView view, int place, int token, ref int first)
    {
        if (place == 0)
        {
            first = token;
            return true;
        }

        for (var i = token - 1; i >= token - 1 - gaps[place - 1] && view.SameSentence(i, token); i--)
        {
            if (view.Is(i, places[place - 1]) && Back(view, place - 1, i, ref first))
            {
                return true;
            }
        }

        return false;
    }

    private bool Forward(PlaceView view, int place, int token, ref int last)
    {
        if (place == places.Length - 1)
        {
            last = token;
            return true;
        }

        for (var i = token + 1; i <= token + 1 + gaps[place] && view.SameSentence(i, token); i++)
        {
            if (view.Is(i, places[place + 1]) && Forward(view, place + 1, i, ref last))
            {
                return true;
            }
        }

        return false;
    }

    private bool Allowed(PlaceView view, int first, int last)
    {
        foreach (var (place, after, reach) in guards)
        {
            for (var step = 1; step <= reach; step++)
            {
                var near = after ? last + step : first - step;
                if (!view.SameSentence(near, first))
                {
                    break;
                }

                if (view.Is(near, place))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
