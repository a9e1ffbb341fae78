using System.Security.Cryptography;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Demo;

/// <summary>The demo users' password: made at first start and kept in the data folder, so that no two installations share one.</summary>
internal static class DemoPassword
{
    // Without 0 o 1 l i: people type it.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private const int Groups = 4;

    private const int GroupLength = 4;

    /// <summary>Reads the password, or makes it: 16 letters of 31, about 79 bits.</summary>
    public static string ReadOrMake(DataFolder folder)
        => SecretFile.ReadOrMake(
            folder.DemoPassword,
            () => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength))));
}
