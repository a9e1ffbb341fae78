using Npgsql;

namespace AgentIQ.Testing;

/// <summary>Statements about whole databases.</summary>
internal static class TestServerCommands
{
    /// <summary>An unpooled connection to the maintenance database.</summary>
    internal static async Task<NpgsqlConnection> OpenAsync(this TestServer server)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server.ConnectionTo("postgres"))
        {
            Pooling = false,
            CommandTimeout = 0,
        }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    internal static async Task ExecuteAsync(this TestServer server, string sql)
    {
        await using var connection = await server.OpenAsync();
        await connection.ExecuteAsync(sql);
    }

    internal static async Task ExecuteAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
