using System.Text.Json;
using AgentIQ.Simulator.Wildberries.Errors;
using AgentIQ.Simulator.Wildberries.Gateway;

namespace AgentIQ.Simulator.Wildberries.Feedbacks;

/// <summary>The writing methods of the feedbacks service.</summary>
internal sealed class FeedbackWriting(FeedbackErrors errors)
{
    public WireResponse PostAnswer(WildberriesCall call)
    {
        var (body, error) = AnswerBody.Read(call.ContentType, call.Body);
        return body is null ? errors.BadAnswer(error) : Answered(call.Seller.Shelf.Post(body.Id, body.Text), "the feedback is answered already");
    }

    public WireResponse PatchAnswer(WildberriesCall call)
    {
        var (body, error) = AnswerBody.Read(call.ContentType, call.Body);
        return body is null ? errors.BadAnswer(error) : Answered(call.Seller.Shelf.Patch(body.Id, body.Text), "the answer is not editable");
    }

    public WireResponse OfferReturn(WildberriesCall call)
    {
        string? id;
        try
        {
            id = JsonSerializer.Deserialize<ReturnBody>(call.Body, WildberriesJson.Options)?.FeedbackId;
        }
        catch (JsonException)
        {
            return errors.Error(400, FeedbackErrors.ReturnBadJson);
        }

        if (string.IsNullOrWhiteSpace(id))
        {
            return errors.Error(400, FeedbackErrors.ReturnBadId);
        }

        return call.Seller.Shelf.Find(id) switch
        {
            null => errors.Error(400, FeedbackErrors.ReturnNoFeedback),
            { IsAbleReturnProductOrders: false } => errors.Error(422, FeedbackErrors.ReturnUnavailable),
            _ => Returned(call, id),
        };
    }

    private static WireResponse Returned(WildberriesCall call, string id)
    {
        call.Seller.Shelf.Edit(id, feedback => feedback with { IsAbleReturnProductOrders = false, ReturnProductOrdersDate = call.Now });
        return FeedbackErrors.Success(null);
    }

    /// <summary>The texts of refusals are assumptions: the vendor documents neither a second answer nor a second edit.</summary>
    private WireResponse Answered(AnswerOutcome outcome, string refusal) =>
        outcome == AnswerOutcome.Refused ? errors.BadAnswer(refusal) : WireResponse.NoContent;

    private sealed record ReturnBody(string? FeedbackId);
}
