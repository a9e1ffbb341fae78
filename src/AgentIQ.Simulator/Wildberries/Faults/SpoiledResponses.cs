using System.Text.Json.Nodes;
using AgentIQ.Simulator.Wildberries.Errors;
using AgentIQ.Simulator.Wildberries.Gateway;

namespace AgentIQ.Simulator.Wildberries.Faults;

/// <summary>The responses of faults: those that stand in for the true one, and those made of it.</summary>
internal sealed class SpoiledResponses(GatewayErrors gateway, FeedbackErrors service)
{
    private const string Page = "<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>\n";

    /// <summary>The response that is sent in place of handling, or <see langword="null"/> when the request is to be handled.</summary>
    public WireResponse? Instead(Fault fault) => fault.Kind switch
    {
        FaultKind.TooManyRequests => gateway.TooManyRequests(fault.Delay ?? TimeSpan.FromSeconds(1), fault.Delay ?? TimeSpan.FromSeconds(1), burst: 1),
        FaultKind.ServerError => service.Error(500, FeedbackErrors.Generic),
        FaultKind.HtmlPage => WireResponse.Text(502, Page, "text/html"),
        FaultKind.HtmlPageAsSuccess => WireResponse.Text(200, Page, "text/html"),
        FaultKind.EmptyBody => new WireResponse(200, WireResponse.Json, []),
        _ => null,
    };

    /// <summary>The true response, spoiled as the fault says.</summary>
    public static WireResponse Spoil(Fault fault, WireResponse response) => fault.Kind switch
    {
        FaultKind.CutBody => response with { Body = response.Body[..(response.Body.Length / 2)] },
        FaultKind.WrongTypes => Rewrite(response, WrongTypes),
        FaultKind.MalformedRecord => Rewrite(response, root => MalformRecord(root, fault.Record)),
        _ => response,
    };

    private static WireResponse Rewrite(WireResponse response, Action<JsonObject> change)
    {
        if (response.Body.Length == 0 || JsonNode.Parse(response.Body) is not JsonObject root)
        {
            return response;
        }

        change(root);
        return response with { Body = System.Text.Encoding.UTF8.GetBytes(root.ToJsonString(WildberriesJson.Options)) };
    }

    private static void WrongTypes(JsonObject root)
    {
        if (root["data"] is not JsonObject data)
        {
            root["data"] = "неожиданный текст";
            return;
        }

        foreach (var name in data.Select(member => member.Key).ToList())
        {
            data[name] = data[name] is JsonArray or JsonObject ? JsonValue.Create("вместо списка") : new JsonArray("вместо значения");
        }
    }

    private static void MalformRecord(JsonObject root, int index)
    {
        if (root["data"]?["feedbacks"] is JsonArray feedbacks && index < feedbacks.Count && feedbacks[index] is JsonObject record)
        {
            record["productValuation"] = "пять";
            record["createdDate"] = "вчера";
        }
    }
}
