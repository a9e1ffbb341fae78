using System.CommandLine;
using AgentIQ.Ingestion;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands;

/// <summary><c>run</c>: the desk, until it is asked to stop.</summary>
internal static class RunCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SharedOptions();
        var listen = new ListenOptions();
        var roles = new Option<HostRoles>("--roles")
        {
            Description = "What this process does: web, worker, sync, or several of them with commas.",
            HelpName = "web,worker,sync",
            DefaultValueFactory = _ => HostRoles.All,
            CustomParser = result => RoleList.Parse(result),
        };
        var demo = new Option<bool?>("--demo")
        {
            Description = "Start the simulator with a demo company. Default: yes with our own PostgreSQL, no with --database.",
        };
        var wildberries = new Option<Uri?>("--wildberries")
        {
            Description = "Where Wildberries' feedbacks API answers: its sandbox, or a simulator. Default: production.",
            HelpName = "URL",
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https"))
                {
                    return address;
                }

                result.AddError($"--wildberries: expected an address such as http://127.0.0.1:8090, but '{result.Tokens[0].Value}' came.");
                return null;
            },
        };
        var publicWorkflows = new Option<bool>("--public-workflows")
        {
            Description = "Let anybody call HTTP endpoints of workflows that do not ask for a signed-in person. Default: they are refused.",
        };
        var command = new Command("run", "Start the desk and serve it until Ctrl-C.") { roles, demo, wildberries, publicWorkflows };
        shared.AddTo(command);
        listen.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var logger = shared.Logger(parsed);
            var options = shared.Read(parsed, logger, context.Error);
            options = options with
            {
                Urls = listen.Read(parsed),
                Roles = parsed.GetValue(roles),
                Demo = parsed.GetValue(demo) ?? options.Database is null,
                PublicWorkflows = parsed.GetValue(publicWorkflows),
                Ingestion = Redirect(options.Ingestion, parsed.GetValue(wildberries)),
            };
            await using var host = AgentIqHost.Create(options);
            await host.StartAsync(ct);
            await Welcome.WriteAsync(context.Output, host);
            return await UntilAskedAsync(host, context.Signals);
        });
        return command;
    }

    private static IngestionOptions Redirect(IngestionOptions options, Uri? wildberries) => wildberries is null
        ? options
        : options with { Wildberries = options.Wildberries with { FeedbacksAddress = wildberries } };

    /// <summary>Waits for a signal, or for the host to give up by itself.</summary>
    private static async Task<int> UntilAskedAsync(AgentIqHost host, StopSignals signals)
    {
        var over = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var asked = signals.Token.Register(() => over.TrySetResult());
        await using var failed = host.Stopping.Register(() => over.TrySetResult());
        await over.Task;
        return signals.Code switch
        {
            null => ExitCode.Failure,
            ExitCode.Terminated => ExitCode.Ok,
            var code => code.Value,
        };
    }
}
