using System.CommandLine;
using AgentIQ.Postgres;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.OpenApi;

namespace AgentIQ.Server.Commands;

/// <summary><c>openapi</c>: the API's description, from which the console's client is generated. Needs neither database nor port.</summary>
internal static class OpenApiCommand
{
    public static Command Create(CommandContext context)
    {
        var command = new Command("openapi", "Write the API's OpenAPI document to standard output.");
        command.SetAction(async (_, ct) =>
        {
            await context.Output.WriteAsync(await DescribeAsync(ct));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>The document of an application whose database is never opened.</summary>
    public static async Task<string> DescribeAsync(CancellationToken ct)
    {
        await using var database = new Database("Host=localhost;Username=nobody;Database=agentiq");
        await using var app = WebAppFactory.Build(new ServerOptions { Services = NoServer.Install }, database);
        await app.StartAsync(ct);
        var document = await OpenApiFile.WriteAsync(app.Services, ct);
        await app.StopAsync(ct);
        return document;
    }
}
