using System.CommandLine;
using System.Text.Json;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Replays;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Commands.Rules;

/// <summary><c>rules replay</c>: every recorded decision about an interaction made again and compared.</summary>
internal static class ReplayRulesCommand
{
    public static Command Create(CommandContext context)
    {
        var shared = new SharedOptions();
        var interaction = new Option<Guid>("--interaction") { Description = "The interaction.", HelpName = "ID", Required = true };
        var json = new Option<bool>("--json")
        {
            Description = "Print one JSON object: {\"same\",\"different\",\"impossible\",\"decisions\":[{\"id\",\"at\",\"stage\",\"set\",\"version\",\"result\",\"impossible\",\"differences\"}]}.",
        };
        var command = new Command(
            "replay",
            """
            Make every recorded decision about an interaction again, by the version that made it, and compare outputs and rows. Needs the installation's
            database; writes nothing.

            Exit codes: 0 all came out the same, 1 one came out differently or could not be made again.
            """)
        {
            interaction,
            json,
        };
        shared.AddTo(command);
        command.SetAction(async (parsed, ct) =>
        {
            await using var logger = shared.Logger(parsed);
            await using var host = await ServicesHost.StartAsync(shared.Read(parsed, logger, context.Error), ct);
            var replays = await ReplayAsync(host.Services, parsed.GetRequiredValue(interaction), ct);
            await context.Output.WriteLineAsync(parsed.GetValue(json) ? JsonSerializer.Serialize(ReplayLines.ToJson(replays), JsonLines.Json) : ReplayLines.Of(replays));
            return replays.All(replay => replay.IsSame) ? ExitCode.Ok : ExitCode.Failure;
        });
        return command;
    }

    /// <exception cref="UserErrorException">Nothing was ever decided about it.</exception>
    private static async Task<IReadOnlyList<Replay>> ReplayAsync(IServiceProvider services, Guid interaction, CancellationToken ct)
    {
        var database = services.GetRequiredService<Database>();
        var log = services.GetRequiredService<IDecisionLog>();
        var replays = services.GetRequiredService<IReplays>();

        // An interaction's id does not tell its seller, and a seller's rows are seen in that seller's transaction alone.
        foreach (var seller in await services.GetRequiredService<SellerDirectory>().ListAsync(ct))
        {
            var found = await database.InTenantAsync(
                seller,
                async scope =>
                {
                    List<Replay> made = [];
                    foreach (var decision in await log.OfAsync(scope, interaction, ct))
                    {
                        made.Add(await replays.ReplayAsync(scope, decision, ct));
                    }

                    return made;
                },
                ct);
            if (found.Count > 0)
            {
                return found;
            }
        }

        throw new UserErrorException($"--interaction: expected an interaction with recorded decisions, but there is none about {interaction}. Its id stands in the address of its page.");
    }
}
