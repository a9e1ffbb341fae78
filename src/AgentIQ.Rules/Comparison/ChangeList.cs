using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sentences;

namespace AgentIQ.Rules.Comparison;

/// <summary>Collects changes and puts each into words of one form: "subject: before → after".</summary>
internal sealed class ChangeList
{
    private readonly List<RuleSetChange> _changes = [];

    public IReadOnlyList<RuleSetChange> All => _changes;

    /// <summary>Adds what is new, gone or different, by which of the two values there is; nothing when they are equal.</summary>
    public void Compare(Place place, LocalizedText subject, LocalizedText? before, LocalizedText? after)
    {
        if (before == after)
        {
            return;
        }

        var (kind, text) = (before, after) switch
        {
            (null, { } added) => (ChangeKind.Added, New(subject, added)),
            ({ } removed, null) => (ChangeKind.Removed, Gone(subject, removed)),
            _ => (ChangeKind.Changed, Different(subject, before!, after!)),
        };
        Add(place, kind, text, before, after);
    }

    /// <summary>The same for texts of people: the words quote their beginning, before and after are whole.</summary>
    public void CompareTexts(Place place, LocalizedText subject, LocalizedText? before, LocalizedText? after)
    {
        var (was, now) = (before == LocalizedText.Empty ? null : before, after == LocalizedText.Empty ? null : after);
        if (was == now)
        {
            return;
        }

        var (kind, text) = (Quoted(was), Quoted(now)) switch
        {
            (null, { } added) => (ChangeKind.Added, New(subject, added)),
            ({ } removed, null) => (ChangeKind.Removed, Gone(subject, removed)),
            var (from, to) => (ChangeKind.Changed, Different(subject, from!, to!)),
        };
        Add(place, kind, text, was, now);
    }

    /// <summary>Adds a change that has words of its own.</summary>
    public void Add(Place place, ChangeKind kind, LocalizedText text, LocalizedText? before = null, LocalizedText? after = null) =>
        _changes.Add(new RuleSetChange(kind, place.Table, place.Row, place.Cell, text, before, after));

    public static LocalizedText Different(LocalizedText subject, LocalizedText before, LocalizedText after) =>
        new($"{subject.Ru} {before.Ru} → {after.Ru}", $"{subject.En} {before.En} → {after.En}");

    private static LocalizedText New(LocalizedText subject, LocalizedText added) => new($"{subject.Ru}: добавлено: {added.Ru}", $"{subject.En}: added: {added.En}");

    private static LocalizedText Gone(LocalizedText subject, LocalizedText removed) => new($"{subject.Ru}: убрано: {removed.Ru}", $"{subject.En}: removed: {removed.En}");

    private static LocalizedText? Quoted(LocalizedText? text) => text is null ? null : Language.Both(language => language.Quote(language.Pick(text)));
}
