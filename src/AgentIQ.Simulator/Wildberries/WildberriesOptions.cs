using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Moderation;

namespace AgentIQ.Simulator.Wildberries;

/// <summary>The behaviour of the simulated Wildberries. What the vendor leaves unsaid is a switch here, with the assumption as its default.</summary>
public sealed record WildberriesOptions
{
    /// <summary>Whether <c>Authorization: Bearer TOKEN</c> is taken as well as the raw token. The contract knows the raw form only. Default <see langword="false"/>.</summary>
    public bool AcceptBearer { get; init; }

    /// <summary>Whether this stands for the sandbox host. Test tokens work only there. Default <see langword="false"/>.</summary>
    public bool Sandbox { get; init; }

    /// <summary>The header whose presence makes a Base token a "Base with secret", which has the fast rate profile. The vendor publishes no name: default <see langword="null"/>, no such header.</summary>
    public string? ServiceSecretHeader { get; init; }

    /// <summary>Whether the rate limits are enforced. Default <see langword="true"/>; without, <c>X-Ratelimit-Remaining</c> always says a full burst.</summary>
    public bool EnforceRateLimits { get; init; } = true;

    /// <summary>How long an answer stays under moderation. The vendor publishes nothing. Default 20 seconds, which suits a demo.</summary>
    public TimeSpan ModerationDelay { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>What moderation refuses. Default: contacts, links and swearing.</summary>
    public ModerationRules Moderation { get; init; } = ModerationRules.Default;

    /// <summary>What a second POST of an answer does. Default: accepted with 204 and ignored.</summary>
    public RepeatedAnswer RepeatedAnswer { get; init; } = RepeatedAnswer.Ignored;

    /// <summary>
    /// The age at which an unanswered feedback counts as processed and moves to the archive. Default 30 days, as the vendor says.
    /// <see langword="null"/> never: for files of old feedbacks that are to be worked on as they are.
    /// </summary>
    public TimeSpan? ArchiveUnansweredAfter { get; init; } = TimeSpan.FromDays(30);
}
