namespace AgentIQ.Server.Hosting;

/// <summary>A secret in a file that its owner alone may read.</summary>
internal static class SecretFile
{
    /// <summary>Reads the file, or makes the secret and writes it with mode 600 from the first byte on.</summary>
    public static string ReadOrMake(string path, Func<string> make)
    {
        if (File.Exists(path))
        {
            return File.ReadAllText(path).Trim();
        }

        var secret = make();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.WriteLine(secret);
        return secret;
    }
}
