namespace AgentIQ.Postgres.Tests;

/// <summary>A folder that is deleted with what is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal TemporaryFolder() => Path = Directory.CreateTempSubdirectory("agentiq-postgres-tests-").FullName;

    internal string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
