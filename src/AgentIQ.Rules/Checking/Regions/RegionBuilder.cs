using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Conditions;

namespace AgentIQ.Rules.Checking.Regions;

/// <summary>
/// Turns a condition into the region where it is true. In three-valued logic "not" is true where its part is false, so it is
/// carried down to the questions; a question about what nobody knows is in neither region.
/// </summary>
internal sealed class RegionBuilder(SetSpace space, int table, Budget budget)
{
    /// <summary>More products than this are not tried: they would take longer to simplify than the author waits.</summary>
    private const int MostProducts = 4096;

    /// <summary>Where a condition is true, or where it is false; null when that takes too many boxes.</summary>
    public IReadOnlyList<Box>? Build(Condition condition, bool holds = true) => condition switch
    {
        FieldCondition question => Answer(question, holds),
        NotCondition not => Build(not.Part, !holds),
        AllCondition all => holds ? Every(all.Parts, holds) : Any(all.Parts, holds),
        AnyCondition any => holds ? Any(any.Parts, holds) : Every(any.Parts, holds),
        _ => throw new NotSupportedException($"Expected a condition of this library, came {condition.GetType()}."),
    };

    private IReadOnlyList<Box>? Answer(FieldCondition question, bool holds)
    {
        var boxes = space.Of(question.Reference, table).Where(question, holds);
        return boxes.Count <= Region.MaximumBoxes ? boxes : null;
    }

    private IReadOnlyList<Box>? Every(IReadOnlyList<Condition> parts, bool holds)
    {
        // Parts with few boxes first: they make the product small before the others multiply it.
        List<IReadOnlyList<Box>> built = [];
        foreach (var part in parts)
        {
            if (Build(part, holds) is not { } region)
            {
                return null;
            }

            built.Add(region);
        }

        var product = Region.Everything;
        foreach (var region in built.OrderBy(region => region.Count))
        {
            if ((long)product.Count * region.Count is var products && (products > MostProducts || !budget.Spend(products * Math.Min(products, 64))))
            {
                return null;
            }

            product = Region.Intersect(product, region);
            if (product.Count > Region.MaximumBoxes)
            {
                return null;
            }
        }

        return product;
    }

    private IReadOnlyList<Box>? Any(IReadOnlyList<Condition> parts, bool holds)
    {
        List<Box> sum = [];
        foreach (var part in parts)
        {
            if (Build(part, holds) is not { } region || sum.Count + region.Count > MostProducts || !budget.Spend(region.Count))
            {
                return null;
            }

            sum.AddRange(region);
        }

        var absorbed = Region.Absorbed(sum);
        return absorbed.Count <= Region.MaximumBoxes ? absorbed : null;
    }
}
