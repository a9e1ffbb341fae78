using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Simulator;
using AgentIQ.Simulator.Wildberries;
using AgentIQ.Simulator.Wildberries.Feedbacks;

namespace AgentIQ.Server.Sandbox;

/// <summary>
/// The marketplace of trial runs: a simulator of our own on the loopback, started when the first trial needs it. It keeps nothing: what it has
/// to show it is told each time, so a restart, or another process that does the work, loses nothing.
/// </summary>
internal sealed class SandboxSimulator(TimeProvider time, ILoggerFactory logging) : ISandboxMarketplace, IAsyncDisposable
{
    /// <summary>Long enough to see the moderation in the journal, short enough to wait for.</summary>
    private static readonly TimeSpan Moderation = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private SimulatorHost? _host;
    private bool _isStopped;

    public async Task<SandboxAccount> OpenAsync(SandboxItem item, CancellationToken cancellationToken)
    {
        var (interaction, _, _) = item;
        if (interaction is not { IsSandbox: true, Key: { Marketplace: Marketplaces.Wildberries, Channel: Channel.Review } })
        {
            throw Unavailable();
        }

        var host = await StartedAsync(cancellationToken);
        var account = host.Wildberries.AddSeller(interaction.SellerId.ToString("D"));
        Show(account, item);
        return new SandboxAccount(host.BaseAddress, account.IssueToken());
    }

    public async ValueTask DisposeAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _isStopped = true;
            if (_host is { } host)
            {
                _host = null;
                await host.DisposeAsync();
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private static void Show(WildberriesSeller account, SandboxItem item)
    {
        if (account.Find(item.Interaction.Key.ExternalId) is not null)
        {
            return;
        }

        try
        {
            account.Add(FeedbackOf(item), item.Reply?.SentAt);
        }
        catch (ArgumentException)
        {
            // Another effect of the same trial has just put it there.
        }
    }

    private static Feedback FeedbackOf(SandboxItem item)
    {
        var (interaction, content, reply) = item;
        return new Feedback
        {
            Id = interaction.Key.ExternalId,
            Text = content.Text,
            Pros = content.Pros,
            Cons = content.Cons,
            ProductValuation = interaction.Rating ?? 5,
            CreatedDate = interaction.OccurredAt,
            UserName = interaction.CustomerName ?? "",
            ProductDetails = new FeedbackProduct { ProductName = interaction.ProductName ?? "", SupplierArticle = interaction.ProductArticle },
            Answer = reply is null
                ? null
                : new FeedbackAnswer(reply.Text, reply.RejectedAt is null ? Simulator.Wildberries.Feedbacks.AnswerState.Published : Simulator.Wildberries.Feedbacks.AnswerState.Rejected, Editable: true),
        };
    }

    private async Task<SimulatorHost> StartedAsync(CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            if (_isStopped)
            {
                throw Unavailable();
            }

            return _host ??= await SimulatorHost.StartAsync(
                new SimulatorOptions
                {
                    Name = "sandbox",
                    Time = time,
                    Logging = logging,
                    Wildberries = new WildberriesOptions { EnforceRateLimits = false, ModerationDelay = Moderation, ArchiveUnansweredAfter = null },
                },
                ct);
        }
        catch (IOException e)
        {
            throw Unavailable(e);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static ConnectorException Unavailable(Exception? cause = null) =>
        new(ConnectorFault.Refused, Reason.Of(ReasonCodes.SandboxUnavailable), innerException: cause);
}
