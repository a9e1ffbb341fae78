namespace AgentIQ.Postgres;

/// <summary>PostgreSQL refuses to run as root: how to start it as somebody else, without giving the data to anybody.</summary>
internal static class ServerAccount
{
    /// <summary>
    /// Another user id, with the two capabilities that let it pass through folders of root:
    /// the data folder may lie in root's home.
    /// </summary>
    private static readonly string[] SetPriv =
    [
        "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups",
        "--inh-caps=+dac_override,+dac_read_search", "--ambient-caps=+dac_override,+dac_read_search",
    ];

    /// <summary>For containers that may not hand on capabilities: root under another number in a namespace of its own. Files stay root's.</summary>
    private static readonly string[] Unshare = ["unshare", "--user", "--map-user=1000"];

    /// <summary>What to put in front of a command of PostgreSQL's; empty when we are not root.</summary>
    internal static async Task<IReadOnlyList<string>> PrefixAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return [];
        }

        var answers = new List<string>();
        foreach (var prefix in new[] { SetPriv, Unshare })
        {
            try
            {
                var (exitCode, output) = await Subprocess.RunAsync([.. prefix, binaries.Postgres, "--version"], ct);
                if (exitCode == 0)
                {
                    return prefix;
                }

                answers.Add($"{prefix[0]}: {output}");
            }
            catch (System.ComponentModel.Win32Exception error)
            {
                answers.Add($"{prefix[0]}: {error.Message}");
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL refuses to run as root, and neither way to start it as another user works here ({string.Join("; ", answers)}). Start AgentIQ as an ordinary user, or give it a database with --database.");
    }
}
