namespace AgentIQ.Rules.Compilation;

/// <summary>Which sets of members one row allows one field to be; members are bits.</summary>
/// <param name="Row">The row's place in the total order.</param>
/// <param name="All">Those that must be there.</param>
/// <param name="None">Those that must not.</param>
/// <param name="Any">Of each of these one must be there.</param>
/// <param name="IsKnown">False: the row wants no known set at all.</param>
internal readonly record struct MembersLimit(int Row, long All, long None, long[] Any, bool IsKnown)
{
    /// <summary>Whether it allows the set.</summary>
    public bool Allows(long members)
    {
        if (!IsKnown || (members & All) != All || (members & None) != 0)
        {
            return false;
        }

        foreach (var some in Any)
        {
            if ((members & some) == 0)
            {
                return false;
            }
        }

        return true;
    }
}
