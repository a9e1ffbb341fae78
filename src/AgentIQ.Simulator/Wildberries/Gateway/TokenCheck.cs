using AgentIQ.Simulator.Wildberries.Errors;
using AgentIQ.Simulator.Wildberries.Tokens;

namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>Who calls, or why they may not.</summary>
internal sealed record TokenVerdict(WildberriesSeller? Seller, WildberriesTokenClaims? Claims, WireResponse? Refusal);

/// <summary>Checks the Authorization header: the raw token, its signature, expiry, seller and category.</summary>
internal sealed class TokenCheck(WildberriesSimulator simulator, GatewayErrors gateway, FeedbackErrors service)
{
    private const string Bearer = "Bearer ";

    public TokenVerdict Check(string? header, WildberriesRoute route)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return Refuse("empty Authorization header");
        }

        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            if (!simulator.Options.AcceptBearer)
            {
                return Refuse("token is malformed: unexpected prefix Bearer");
            }

            header = header[Bearer.Length..];
        }

        var (claims, problem) = simulator.Tokens.Read(header.Trim());
        if (claims is null)
        {
            return Refuse(problem);
        }

        if (claims.IsTest && !simulator.Options.Sandbox)
        {
            return Refuse("test token is allowed in the sandbox only");
        }

        return simulator.FindSeller(claims.Seller) is not { } seller ? Refuse("seller is not found")
            : Refusal(seller, claims, route) is { } refusal ? new TokenVerdict(null, null, refusal)
            : new TokenVerdict(seller, claims, null);
    }

    private WireResponse? Refusal(WildberriesSeller seller, WildberriesTokenClaims claims, WildberriesRoute route) => seller.Access switch
    {
        SellerAccess.TokenWithdrawn => gateway.Unauthorized("token is withdrawn"),
        SellerAccess.Forbidden => service.Error(403, FeedbackErrors.Forbidden),
        SellerAccess.PaymentRequired when claims.Kind == WildberriesTokenKind.Service => gateway.PaymentRequired(),
        _ when (claims.Scopes & route.Category) != route.Category => gateway.Unauthorized("token scope not allowed"),
        _ when route.IsWrite && claims.Scopes.HasFlag(WildberriesTokenScopes.ReadOnly) => gateway.ReadOnly(),
        _ => null,
    };

    private TokenVerdict Refuse(string reason) => new(null, null, gateway.Unauthorized(reason));
}
