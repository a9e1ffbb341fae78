using System.CommandLine;
using System.Text;
using AgentIQ.Rules.Reading;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Logging;
using Npgsql;

namespace AgentIQ.Server.Commands;

/// <summary>Runs one command and turns what happens into an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command of this process, with its own streams (UTF-8, no mark) and signals.</summary>
    public static async Task<int> RunAsync(string[] args, Func<CommandContext, RootCommand> commands)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), utf8) { AutoFlush = true };
        await using var error = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true });
        using var input = new StreamReader(Console.OpenStandardInput(), utf8);
        using var signals = new StopSignals(error);
        var context = new CommandContext(input, output, error, signals);
        return await RunAsync(commands(context), args, context);
    }

    /// <summary>Runs a command with any streams.</summary>
    public static async Task<int> RunAsync(RootCommand root, string[] args, CommandContext context)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var problem in parsed.Errors)
            {
                await context.Error.WriteLineAsync(problem.Message);
            }

            await context.Error.WriteLineAsync("See: agentiq help, or add --help to the command.");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = context.Output, Error = context.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
                },
                context.Signals.Token);
        }
        catch (OperationCanceledException) when (context.Signals.Code is { } code)
        {
            return code;
        }
        catch (Exception error)
        {
            await context.Error.WriteLineAsync(Secrets.Hide(Explain(error) ?? error.ToString()));
            return ExitCode.Failure;
        }
    }

    // Exceptions whose message was written for the person who called; any other is a bug and keeps its stack.
    private static string? Explain(Exception error) => error switch
    {
        UserErrorException or Postgres.EmbeddedPostgresException or Postgres.SchemaException or Postgres.SecretException or RuleSetException => error.Message,
        PostgresException refused => $"PostgreSQL refused: {refused.MessageText} ({refused.SqlState}).",
        NpgsqlException => $"PostgreSQL cannot be reached: {error.Message}. Check --database.",
        NotSupportedException or InvalidOperationException when error.TargetSite?.DeclaringType?.Namespace?.StartsWith("AgentIQ.Postgres", StringComparison.Ordinal) is true => error.Message,
        _ => null,
    };
}
