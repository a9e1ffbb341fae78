namespace AgentIQ.Postgres;

/// <summary>
/// The keys that secrets are encrypted with: the first one encrypts, all of them decrypt. To rotate, put a new key in front.
/// </summary>
public sealed class SecretKeys
{
    /// <summary>Holds one or more keys in Base64, separated by spaces or commas, the current one first.</summary>
    public const string EnvironmentVariable = "AGENTIQ_SECRET_KEY";

    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Dictionary<string, SecretKey> _byId;

    private SecretKeys(IReadOnlyList<SecretKey> keys)
    {
        Current = keys[0];
        _byId = keys.DistinctBy(key => key.Id, StringComparer.Ordinal).ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    internal SecretKey Current { get; }

    /// <summary>From the environment variable's form: Base64 keys, the current one first.</summary>
    /// <exception cref="SecretException">No key, or one that is not 32 bytes in Base64.</exception>
    public static SecretKeys Parse(string text) => Parse(text, EnvironmentVariable);

    /// <summary>
    /// From the environment, else from the file. The file is made with one random key and mode 600 when it is missing:
    /// keep a copy of it, for without it the stored tokens and passwords cannot be read.
    /// </summary>
    /// <param name="file">Such as <c>secret.key</c> in the data folder. One key a line; lines with <c>#</c> are comments.</param>
    /// <exception cref="SecretException">The file cannot be read, may be read by others, or holds no valid key.</exception>
    public static SecretKeys Load(string file)
    {
        var given = Environment.GetEnvironmentVariable(EnvironmentVariable);
        if (!string.IsNullOrWhiteSpace(given))
        {
            return Parse(given, EnvironmentVariable);
        }

        try
        {
            if (!File.Exists(file))
            {
                Make(file);
            }

            RefuseReadableByOthers(file);
            var lines = File.ReadAllLines(file).Where(line => !line.StartsWith('#'));
            return Parse(string.Join(' ', lines), file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SecretException($"The key file {file} cannot be read or made: {error.Message} Mend its rights, or set {EnvironmentVariable}.", error);
        }
    }

    internal SecretKey? Find(string id) => _byId.GetValueOrDefault(id);

    private static SecretKeys Parse(string text, string origin)
    {
        var keys = text
            .Split([' ', ',', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(key => SecretKey.Parse(key, origin))
            .ToList();
        return keys.Count > 0 ? new SecretKeys(keys) : throw new SecretException($"{origin} holds no key. Make one with: openssl rand -base64 32");
    }

    /// <summary>Written whole under another name first: another process may start in this moment, and the first one wins.</summary>
    private static void Make(string file)
    {
        var unfinished = $"{file}.{Environment.ProcessId}";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyOwner;
        }

        using (var writer = new StreamWriter(unfinished, options))
        {
            writer.WriteLine("# AgentIQ's key for stored tokens and passwords. Keep a copy. To rotate, put a new line in front.");
            writer.WriteLine(SecretKey.New().ToBase64());
        }

        try
        {
            File.Move(unfinished, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(unfinished);
        }
    }

    private static void RefuseReadableByOthers(string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & ~OnlyOwner) != UnixFileMode.None)
        {
            throw new SecretException($"The key file {file} may be read by others. Run: chmod 600 {file}");
        }
    }
}
