using AgentIQ.Orchestration.Team;

namespace AgentIQ.Server.Sessions;

/// <summary>Who is signed in, and for whom they work.</summary>
internal sealed record Session(SessionUser User, SessionSeller Seller)
{
    public static Session Of(Guid sellerId, SignedInMember signedIn)
        => new(
            new SessionUser(signedIn.Member.Id, signedIn.Member.Name, signedIn.Member.Email, signedIn.Member.Role),
            new SessionSeller(sellerId, signedIn.SellerName));
}

/// <summary>The person who is signed in.</summary>
internal sealed record SessionUser(Guid Id, string Name, string Email, TeamRole Role);

/// <summary>The seller the person works for.</summary>
internal sealed record SessionSeller(Guid Id, string Name);
