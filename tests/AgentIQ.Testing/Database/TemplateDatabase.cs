using System.Collections.Concurrent;
using System.Globalization;
using AgentIQ.Postgres;
using Npgsql;

namespace AgentIQ.Testing;

/// <summary>The template of one state of the schema: made once on a server, whichever process comes first.</summary>
internal static class TemplateDatabase
{
    /// <summary>How the names of the tests' databases begin; the number of the process follows.</summary>
    internal const string CopyPrefix = "agentiq_test_";

    /// <summary>Any constant: "template" in ASCII.</summary>
    private const long LockKey = 0x74_65_6D_70_6C_61_74_65;

    private static readonly ConcurrentDictionary<(TestServer, string), Lazy<Task<string>>> Made = new();

    internal static Task<string> EnsureAsync(TestServer server, SchemaPart[] parts)
    {
        var name = $"agentiq_template_{SchemaFingerprint.Of(parts)[..16]}";
        return Made.GetOrAdd((server, name), key => new Lazy<Task<string>>(() => MakeAsync(key.Item1, key.Item2, parts))).Value;
    }

    private static async Task<string> MakeAsync(TestServer server, string name, SchemaPart[] parts)
    {
        await using var admin = await server.OpenAsync();
        await admin.ExecuteAsync($"SELECT pg_advisory_lock({LockKey})");
        await DropLeftOversAsync(admin);
        if (await ExistsAsync(admin, name))
        {
            return name;
        }

        var unfinished = name + "_unfinished";
        await admin.ExecuteAsync($"DROP DATABASE IF EXISTS {unfinished} WITH (FORCE)");
        await using (var database = new Database(server.ConnectionTo(unfinished)))
        {
            await Migrator.ApplyAsync(database, parts, CancellationToken.None);
        }

        await admin.ExecuteAsync($"ALTER DATABASE {unfinished} RENAME TO {name}");
        return name;
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection admin, string name)
    {
        await using var command = new NpgsqlCommand("SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", admin);
        command.Parameters.AddWithValue(name);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Databases of test processes that were killed.</summary>
    private static async Task DropLeftOversAsync(NpgsqlConnection admin)
    {
        List<string> names = [];
        await using (var command = new NpgsqlCommand($"SELECT datname FROM pg_database WHERE datname LIKE '{CopyPrefix}%'", admin))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                names.Add(reader.GetString(0));
            }
        }

        foreach (var name in names)
        {
            var process = int.Parse(name.Split('_')[2], CultureInfo.InvariantCulture);
            if (!Directory.Exists($"/proc/{process.ToString(CultureInfo.InvariantCulture)}"))
            {
                await admin.ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            }
        }
    }
}
