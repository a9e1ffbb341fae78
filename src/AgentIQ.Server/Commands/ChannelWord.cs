using AgentIQ.Interactions;

namespace AgentIQ.Server.Commands;

/// <summary>The channel in the lines of scripts.</summary>
internal static class ChannelWord
{
    /// <summary>When a line names none.</summary>
    public const string Default = "review";

    /// <exception cref="FormatException">It is none; the message lists those that are.</exception>
    public static string Check(string word) => EnumText<Channel>.Of(EnumText<Channel>.Parse(word));
}
