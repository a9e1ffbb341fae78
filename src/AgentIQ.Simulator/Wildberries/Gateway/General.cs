namespace AgentIQ.Simulator.Wildberries.Gateway;

/// <summary>The methods that every host has, and seller-info of the common host.</summary>
internal static class General
{
    public static WireResponse Ping(WildberriesCall call) =>
        WireResponse.Of(200, new Dictionary<string, string>(StringComparer.Ordinal) { ["TS"] = WildberriesJson.Time(call.Now), ["Status"] = "OK" });

    public static WireResponse SellerInfo(WildberriesCall call) =>
        WireResponse.Of(200, new { name = call.Seller.Name, sid = call.Seller.Sid, tradeMark = call.Seller.TradeMark });
}
