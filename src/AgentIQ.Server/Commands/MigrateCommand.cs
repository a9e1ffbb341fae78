using System.CommandLine;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands;

/// <summary><c>migrate</c>: brings the database to this version's schema and ends, for those who deploy in steps.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SharedOptions();
        var command = new Command("migrate", "Bring the database to this version's schema, and end.");
        shared.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var logger = shared.Logger(parsed);
            await using var host = AgentIqHost.Create(shared.Read(parsed, logger, context.Error));
            await host.MigrateAsync(ct);
            return ExitCode.Ok;
        });
        return command;
    }
}
