using AgentIQ.Rules.Checking.Domains;
using AgentIQ.Rules.Checking.Regions;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Conditions;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;
using AgentIQ.Rules.Tables;

namespace AgentIQ.Rules.Checking.Checks;

/// <summary>A table under check: its rows as regions, and where the findings go.</summary>
internal sealed class CheckedTable
{
    private readonly List<PolicyFinding> _findings;
    private CoverIndex? _index;

    public CheckedTable(RuleSet set, int place, SetSpace space, Budget budget, List<PolicyFinding> findings)
    {
        (Set, Place, Space, Budget, _findings) = (set, place, space, budget, findings);
        Builder = new RegionBuilder(space, place, budget);
        var compiled = new TableCompiler(new ConditionCompiler(new TextProbes()), set.Outputs).Compile(Table, place, 0);
        var outcomes = RowOutcomes.Of(compiled.Rows.Select(row => row.Source));
        Rows = [.. compiled.Rows.Select((row, order) => new CheckedRow(row.Source, order, Builder.Build(row.Source.When), row.Rank, outcomes[order]))];
    }

    public RuleSet Set { get; }

    public int Place { get; }

    public DecisionTable Table => Set.Tables[Place];

    public SetSpace Space { get; }

    public Budget Budget { get; }

    public RegionBuilder Builder { get; }

    /// <summary>The rows that are switched on, in the total order.</summary>
    public IReadOnlyList<CheckedRow> Rows { get; }

    /// <summary>The regions of all rows, to be looked up by what they touch.</summary>
    public CoverIndex Index => _index ??= new CoverIndex(Space.Dimensions, Rows);

    /// <summary>How many findings there are so far.</summary>
    public int Findings => _findings.Count;

    public void Report(PolicyFinding finding) => _findings.Add(finding with { Table = Table.Name });

    public void Report(FindingKind kind, FindingSeverity severity, CheckedRow row, LocalizedText message, params IReadOnlyList<CheckedRow> others) =>
        Report(new PolicyFinding(kind, severity, Set.Document.Name, row.Row.Path, message) { Row = row.Row.Id, OtherRows = [.. others.Select(other => other.Row.Id)] });

    /// <summary>A finding about the whole table.</summary>
    public PolicyFinding Finding(FindingKind kind, FindingSeverity severity, LocalizedText message) =>
        new(kind, severity, Set.Document.Name, $"$.tables[{Place}]", message);

    public FieldSpace SpaceOf(FieldCondition question) => Space.Of(question.Reference, Place);
}
