using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Expressions;
using AgentIQ.Workflows.Http.Incoming;
using AgentIQ.Workflows.Http.Outgoing;

namespace AgentIQ.Workflows.Activities.Builtin;

/// <summary>Answers the request that the workflow took last; committed with the burst, so what is answered has happened.</summary>
[Activity("Elsa.WriteHttpResponse", Category = "HTTP", DisplayName = "HTTP Response", Description = "Answers the HTTP request that the workflow handles.")]
internal sealed class WriteHttpResponse : StepActivity
{
    private const string AnswerSql = "UPDATE agentiq.workflow_http_requests SET status = $3, headers = $4, body = $5 WHERE tenant_id = $1 AND id = $2 AND status IS NULL";

    [Input(Description = "The status code.", DefaultValue = nameof(HttpStatusCode.OK))]
    public HttpStatusCode StatusCode { get; set; } = HttpStatusCode.OK;

    [Input(Description = "What to answer: a text as it is, anything else as JSON.", UIHint = UIHints.SingleLine)]
    public object? Content { get; set; }

    [Input(
        Description = "How the content is marked. Default: application/json for a structure, text/plain for a text.", UIHint = UIHints.Dropdown,
        Options = ["", "application/json", "application/soap+xml", "application/x-www-form-urlencoded", "application/xml", "text/html", "text/json", "text/plain", "text/richtext", "text/xml"])]
    public string? ContentType { get; set; }

    [Input(Description = "More headers, as an object.", UIHint = UIHints.JsonEditor, Category = "Advanced")]
    public JsonObject? ResponseHeaders { get; set; }

    protected override async ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        var request = context.Burst.Instance.HttpRequestId
            ?? throw new InvalidOperationException("There is no request to answer: no HTTP Endpoint of this workflow took one. Put an HTTP Endpoint before it.");
        if ((int)StatusCode is < 200 or > 599)
        {
            throw new InvalidOperationException($"Status code: expected one from 200 to 599, got {(int)StatusCode}.");
        }

        var headers = AnswerHeaders.Check(HttpHeaderText.Read(ResponseHeaders, authorization: null, isAuthorizationChecked: false));
        if (Content is not null)
        {
            headers["Content-Type"] = string.IsNullOrWhiteSpace(ContentType) ? Content is string ? "text/plain; charset=utf-8" : "application/json" : ContentType.Trim();
        }

        await using var command = Sql.Command(
            context.Scope.Connection, AnswerSql, context.TenantId, request, (int)StatusCode, JsonSerializer.Serialize(headers, WorkflowJson.Options), ValueConverter.Text(PlainValue.From(Content)));
        if (await command.ExecuteNonQueryAsync(ct) != 1)
        {
            throw new InvalidOperationException("The request has an answer already, or expired long ago: a request is answered once.");
        }
    }
}
