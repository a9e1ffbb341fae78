// AgentIQ.TestServer FOLDER: a PostgreSQL without durability in that folder, for one run of the tests.
// Prints the connection string, and stops the server when its standard input ends: also when whoever started it was killed.
using System.Runtime.InteropServices;
using AgentIQ.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

if (args is not [var folder])
{
    await Console.Error.WriteLineAsync("usage: AgentIQ.TestServer FOLDER");
    return 2;
}

// Ctrl-C reaches everything in the terminal's group, but the tests that are being stopped still need the server.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
try
{
    await using var server = await EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions { Folder = folder, Volatile = true }, NullLogger.Instance, CancellationToken.None);
    Console.WriteLine(server.ConnectionString);
    await Console.In.ReadToEndAsync();
    return 0;
}
catch (EmbeddedPostgresException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
