namespace AgentIQ.Rules.Backtests;

/// <summary>
/// Keeps a few of many, spread evenly over all that came, without chance: when twice as many as wanted are there, every
/// other one goes and from then on only every other one comes in.
/// </summary>
internal sealed class SpreadSamples<T>(int wanted)
{
    private readonly List<T> _kept = [];
    private long _seen;
    private long _step = 1;

    /// <summary>Offers one; it is made only when it is kept.</summary>
    public void Offer(Func<T> make)
    {
        if (wanted <= 0 || _seen++ % _step != 0)
        {
            return;
        }

        _kept.Add(make());
        if (_kept.Count >= 2 * wanted)
        {
            for (var place = _kept.Count - 1; place > 0; place -= 2)
            {
                _kept.RemoveAt(place);
            }

            _step *= 2;
        }
    }

    public IReadOnlyList<T> Result() =>
        _kept.Count <= wanted ? [.. _kept] : [.. Enumerable.Range(0, wanted).Select(place => _kept[place * _kept.Count / wanted])];
}
