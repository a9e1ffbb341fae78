using System.Globalization;
using AgentIQ.Rules.Replays;

namespace AgentIQ.Server.Commands.Rules;

/// <summary>Replays as a person and as a script reads them.</summary>
internal static class ReplayLines
{
    /// <summary>A line for each decision, what is different below it, and a closing line with the counts.</summary>
    public static string Of(IReadOnlyList<Replay> replays) => string.Join('\n', [.. replays.SelectMany(Lines), Summary(replays)]);

    public static object ToJson(IReadOnlyList<Replay> replays) => new
    {
        Same = Count(replays, "same"),
        Different = Count(replays, "different"),
        Impossible = Count(replays, "impossible"),
        Decisions = replays.Select(replay => new
        {
            replay.Recorded.Id,
            replay.Recorded.At,
            replay.Recorded.Stage,
            replay.Recorded.Set,
            replay.Recorded.Version,
            Result = ResultOf(replay),
            replay.Impossible,
            replay.Differences,
        }),
    };

    private static IEnumerable<string> Lines(Replay replay) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"{replay.Recorded.At:u}  {replay.Recorded.Stage}  {replay.Recorded.Set} {replay.Recorded.Version}: {ResultOf(replay)}{(replay.Impossible is { } reason ? $": {reason}" : "")}"),
        .. replay.Differences.Select(difference => $"  {difference}"),
    ];

    private static string Summary(IReadOnlyList<Replay> replays) =>
        $"{Count(replays, "same")} the same, {Count(replays, "different")} different, {Count(replays, "impossible")} could not be made again";

    private static int Count(IReadOnlyList<Replay> replays, string result) => replays.Count(replay => ResultOf(replay) == result);

    private static string ResultOf(Replay replay) => replay.IsSame ? "same" : replay.Impossible is null ? "different" : "impossible";
}
