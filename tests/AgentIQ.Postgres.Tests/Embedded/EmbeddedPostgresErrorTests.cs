using Microsoft.Extensions.Logging.Abstractions;

namespace AgentIQ.Postgres.Tests.Embedded;

/// <summary>What a person reads when the embedded server cannot run.</summary>
public sealed class EmbeddedPostgresErrorTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Missing_binaries()
    {
        var error = await StartAndFailAsync(new EmbeddedPostgresOptions { Folder = _folder.Path, Binaries = _folder.Path });

        error.Message.ShouldContain("There is no bin/postgres in");
    }

    [Fact]
    public async Task A_cluster_of_another_major_version()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "cluster"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "cluster", "PG_VERSION"), "14\n");

        var error = await StartAndFailAsync(new EmbeddedPostgresOptions { Folder = _folder.Path });

        error.Message.ShouldContain("was made by PostgreSQL 14");
        error.Message.ShouldContain(PostgresBinaries.EnvironmentVariable);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written()
    {
        var file = Path.Combine(_folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "");

        var error = await StartAndFailAsync(new EmbeddedPostgresOptions { Folder = Path.Combine(file, "data") });

        error.Message.ShouldContain("cannot be written");
        error.Message.ShouldContain("--data");
    }

    [Fact]
    public async Task A_folder_that_is_no_cluster_is_not_touched()
    {
        var photo = Path.Combine(_folder.Path, "cluster", "photo.jpg");
        Directory.CreateDirectory(Path.GetDirectoryName(photo)!);
        await File.WriteAllTextAsync(photo, "");

        var error = await StartAndFailAsync(new EmbeddedPostgresOptions { Folder = _folder.Path });

        error.Message.ShouldContain("is not a PostgreSQL cluster");
        File.Exists(photo).ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_that_does_not_start_shows_the_end_of_its_log()
    {
        var options = new EmbeddedPostgresOptions { Folder = _folder.Path, Volatile = true };
        await (await EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
        File.Delete(Path.Combine(_folder.Path, "cluster", "global", "pg_control"));

        var error = await StartAndFailAsync(options);

        error.Message.ShouldContain("PostgreSQL did not start");
        error.Message.ShouldContain("pg_control");
    }

    private static async Task<EmbeddedPostgresException> StartAndFailAsync(EmbeddedPostgresOptions options) =>
        await Should.ThrowAsync<EmbeddedPostgresException>(
            () => EmbeddedPostgres.StartAsync(options, NullLogger.Instance, CancellationToken.None));
}
